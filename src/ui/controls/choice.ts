/** What a select is given: options in groups, the one chosen, and how it is named. */
interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  /** Without a title the options stand alone. */
  readonly title?: string;
  readonly options: readonly Option[];
}

export interface SelectProps {
  /** The id of the button, for a `label` element that names it. */
  readonly id?: string;
  /** The accessible name where no `label` element gives one. */
  readonly name?: string;
  /** The id of what describes it. */
  readonly describedBy?: string | undefined;
  readonly groups: readonly OptionGroup[];
  readonly value: string;
  /** What the button says where no option has the value. */
  readonly otherwise?: string;
  readonly onChoose: (value: string) => void;
}

/** What the stand-in hands on to the select that takes its place. */
export interface Handover {
  readonly focus: boolean;
  readonly open: boolean;
}

/** The words of the value in view. */
export function labelOf({ groups, value, otherwise }: Pick<SelectProps, 'groups' | 'value' | 'otherwise'>): string {
  const options = groups.flatMap((group) => group.options);
  return options.find((option) => option.value === value)?.label ?? otherwise ?? value;
}
