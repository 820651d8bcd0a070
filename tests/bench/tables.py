"""Writes what was measured as Markdown: the ratios that we want, and what each program took."""

OURS = "validate, 2 threads"
# Figure, what is divided by what (subjects), goal; a goal is the most, or with + the least.
RATIOS = [
    ("validate against sourcemeta", OURS, "sourcemeta", "1.7"),
    ("ajv with yaml against validate", "ajv with yaml", OURS, "4+"),
    ("one thread against two", "validate, 1 thread", OURS, "1.85+"),
    ("gate against git, against sourcemeta", "gate, git", "sourcemeta", "0.25"),
    ("gate against a release, against sourcemeta", "gate, release", "sourcemeta", "0.25"),
    ("release against validate", "release", OURS, "1.5"),
    ("second release against the first", "release, the second", "release", "0.6"),
    ("verify against release", "verify", "release", "0.5"),
]
MEMORY = [("peak of validate, MiB", OURS, "512"), ("peak of release, MiB", "release", "512")]
MOST_INSTRUCTIONS = "1.10"
LONGEST_START = "10"
LARGEST_RELEASE = "10"
STEADY_COST = "1.15"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def goal_text(goal):
    return f">= {goal[:-1]}" if goal.endswith("+") else f"<= {goal}"


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def is_measured(result):
    return result is not None and not result["refusal"]


def ratio_of(result, over, under):
    if is_measured(result.get(over)) and is_measured(result.get(under)):
        return number(result[over]["wall"] / result[under]["wall"])
    return "refused"


def ratio_table(results, sizes, instructions):
    """The figures that we want, a column for each number of policies."""
    counts = sorted(results)

    def each(tell):
        return [tell(results[count]) for count in counts]

    against_floor = number(instructions["validate"] / instructions["floor"])
    rows = [["validate against the floor, instructions", goal_text(MOST_INSTRUCTIONS), *each(lambda _: against_floor)]]
    for title, over, under, goal in RATIOS:
        rows.append([title, goal_text(goal), *each(lambda result: ratio_of(result, over, under))])
    costs = [results[count][OURS]["wall"] / count for count in counts]
    rows.append(["cost of a policy against the smallest number", goal_text(STEADY_COST),
                 *[number(cost / costs[0]) for cost in costs]])
    for title, name, goal in MEMORY:
        rows.append([title, goal_text(goal), *each(
            lambda result: number(result[name]["peak"]) if is_measured(result[name]) else "refused")])
    rows.append(["one file, ms", goal_text(LONGEST_START),
                 *each(lambda result: number(1000 * result["validate, one file"]["wall"]))])
    rows.append(["size of a release against its YAML", goal_text(LARGEST_RELEASE),
                 *[number(sizes[count]) if sizes[count] else "refused" for count in counts]])
    return table(["figure", "goal", *[f"{count:,} policies" for count in counts]], rows)


def cost_table(results):
    """What each program took: wall and processor seconds, and MiB."""
    counts = sorted(results)
    rows = []
    for name in results[counts[0]]:
        cells = []
        for count in counts:
            one = results[count][name]
            cells.append(one["refusal"] or f"{one['wall']:.3f} s, {one['cpu']:.3f} s, {one['peak']:.0f} MiB")
        rows.append([name, *cells])
    return table(["wall, processors, peak", *[f"{count:,} policies" for count in counts]], rows)


def instruction_table(instructions):
    rows = [[name, f"{cost / 1e6:.2f}"] for name, cost in instructions.items()]
    return table(["a policy costs", "million instructions"], rows)
