/** The forms in which a run leaves, by what their buttons say. */
export const takeAwayForms = [
  { form: 'svg', label: 'SVG', group: 'picture' },
  { form: 'png2', label: 'PNG, 2 x', group: 'picture' },
  { form: 'png4', label: 'PNG, 4 x', group: 'picture' },
  { form: 'mermaid', label: 'Mermaid', group: 'text' },
  { form: 'plantuml', label: 'PlantUML', group: 'text' },
  { form: 'msc', label: 'MSC (Z.120)', group: 'text' },
  { form: 'json', label: 'Run file (JSON)', group: 'run' },
] as const;

export type TakeAwayForm = (typeof takeAwayForms)[number]['form'];
