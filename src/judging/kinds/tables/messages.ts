/** What is said of tables, and what to do. */
export const MESSAGES = {
  'no-table': { says: '{name}：未见有关台账，本条不核对', fix: '无需处理' },
  'perhaps-table': {
    says: '{name}：未见有关台账，但有{count}个文件未能读取（{files}），可能就在其中',
    fix: '请人工查看未能读取的文件，或换成可读取的格式后重新核对',
  },
  'one-number': {
    says: '{name}：{count}份文书用了同一个文号“{number}”：{papers}',
    fix: '一个决定一个文号：请核对原件和案件台账，写错的依法更正后重新送达',
  },
  'rows-right': { says: '{name}：核对{tables}张表的{count}行，未见不符', fix: '无需处理' },
  'rows-wrong': {
    says: '{name}：{count}行不符（{rows}）{also}',
    fix: '请核对原件：属实的，整改并附材料；误登的，更正台账',
  },
  'paper-asks': {
    says: '{name}：{paper}仍要{asked}',
    fix: '请核对原件：属实的，从指南中删去这一项，已经收取的改由部门核验或者告知承诺',
  },
  'rows-blank': {
    says: '{name}：{count}行有该填未填的栏（{rows}）',
    fix: '请补填空白的各栏；确实没有的，写“无”并注明理由',
  },
  'rows-doubtful': {
    says: '{name}：{count}行需要核实（{rows}）',
    fix: '请核对原件：误登的更正台账，确有其事的书面说明情况',
  },
} as const
