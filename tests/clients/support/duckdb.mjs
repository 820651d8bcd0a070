// DuckDB, in memory, reading the files of a folder.
import {DuckDBInstance} from '@duckdb/node-api';

/// Runs one query with the folder's files in reach by their names.
/// Shape: `columns` are names, `types` DuckDB's words for them, `rows` arrays of plain values.
export async function query(folder, sql) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`set file_search_path = '${folder.replaceAll("'", "''")}'`);
  const result = await connection.runAndReadAll(sql);
  const answer = {
    columns: result.columnNames(),
    types: result.columnTypes().map(String),
    rows: result.getRowsJson(),
  };
  connection.closeSync();
  instance.closeSync();
  return answer;
}

const cell = (value) => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/// Writes an answer as `duckdb -csv` prints it.
export function asCsv({columns, rows}) {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n';
}
