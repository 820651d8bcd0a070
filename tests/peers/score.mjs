// Judges what a tool said by truth.json. Nothing here knows a tool.

// Gives each message to the first mistake that it can mean; the ones left over are extra.
export function scoreMistakes(truth, messages) {
  const rows = truth.rows.map((row) => ({...row, found: false, atLine: false}));
  let extra = 0;
  for (const message of messages) {
    const own = message.file === undefined || message.file === truth.in;
    const row = own && rows.find(({says}) => says.some((words) => new RegExp(words).test(message.text)));
    if (!row || row.found) extra += 1;
    if (!row) continue;
    row.found = true;
    row.atLine ||= message.line === row.line;
  }
  return {rows, extra, found: rows.filter((row) => row.found).length, atLine: rows.filter((row) => row.atLine).length};
}

// Every line that the text names in any of the usual ways: `x.yaml:3:1`, `line 3`, `(3:1)`.
function linesNamed(text) {
  return [...text.matchAll(/(?:\bline |\S:(?=\d+:\d)|\((?=\d+:))(\d+)/g)].map((match) => Number(match[1]));
}

const namesLine = (input, run) => !input.lines || linesNamed(run.text).some((line) => input.lines.includes(line));

function refused(input, run) {
  if (run.exit === 0) return run.text.trim() === '' ? 'silent' : 'passes it';
  return namesLine(input, run) ? 'ok' : 'no line';
}

const verdicts = {
  refused,
  accepted: (input, run) => (run.exit === 0 ? 'ok' : 'refuses it'),
  noticed: (input, run) => (namesLine(input, run) ? 'ok' : 'says nothing'),
  others: (input, run, alone) => {
    const count = (messages) => messages.filter((message) => message.file === input.of).length;
    if (count(alone) === 0) return 'n/a';
    return run.exit !== 0 && count(run.messages) === count(alone) ? 'ok' : 'skips the others';
  },
  unexecuted: (input, run) => (run.text.includes(input.trace) ? 'runs it' : refused(input, run)),
};

// `alone` is what the same tool says of the file of many mistakes by itself.
export const judge = (input, run, alone) => verdicts[input.expect](input, run, alone);
