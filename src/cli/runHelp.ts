/** What `lz run --help` says; the values come from the tables that the command reads them by. */
import { presets } from '#detach/presets.ts';
import { parameterNames, parameters } from '#detach/variant.ts';
import { defaultOptions, optionValues, sessionOptionNames } from '#session/options.ts';
import { twoColumns } from './wrapText.ts';

export function runHelp(): string {
  const readings = presets.map(({ name, title, about }) => [name, `${title}. ${about}`] as const);
  const values = parameterNames.map((name) => [name, parameters[name].join(', ')] as const);
  const session = sessionOptionNames.map((name) => {
    const few = optionValues(name);
    return [name, few === undefined ? `${defaultOptions[name]}; a whole number of 0..65535` : few.join(', ')] as const;
  });
  return `Usage: lz run --scenario NAME | --events FILE | --file FILE [OPTION ...]

Replays a list of events and prints what happens. Where an event does not fit, what fits is printed,
one line on standard error says which event does not and why, and the exit status is 2.

  --scenario NAME        a scenario of lz scenarios: its reading, its start and its events
  --events FILE          events from a file, - for standard input: one a line or separated by commas;
                         a line that begins with # is a remark. With --scenario too, these events are
                         replayed in place of the scenario's own.
  --file FILE            a run file, - for standard input, as lz export --json and the page write it: the
                         whole run, so that nothing else is given
  --preset NAME          a reading of the text, in place of the scenario's
  --set PARAMETER=VALUE  one parameter of the reading; may be given several times
  --session NAME=VALUE   one option of the session (addresses, numbers); may be given several times
  --patch TEXT           octets of messages in flight that were changed by hand, in place of those that
                         the file has in a line "# patch: TEXT". 1@2.attacker:0.62=ff is message 1, in
                         step 2, octet 62 as sent; peer in place of attacker: the rest is made right
                         again, and buffer 1 is what was decrypted. Octets are joined by commas,
                         messages by semicolons. The line stands in text and in mermaid again.
  --format FORMAT        text (the default), json, or mermaid: the sequence diagram
  --json                 the same as --format json

Example: lz run --scenario ue-initiated
         echo "detach buThenDelete, lose bindingUpdate" | lz run --events - --set maxRetransmissions=0

JSON: {"scenario": name or null, "variant": {parameter: value}, "steps": [...], "final": {...}}
${twoColumns([
  ['event', 'the text that --events reads'],
  ['time', 'milliseconds from the start of the run, by a virtual clock'],
  ['actor', 'ue, pdnGw or network'],
  [
    'message',
    'type of the message delivered, lost, copied or altered; if there is none, of the first one sent; else null',
  ],
  ['clause', 'where the sentence stands that the step rests on most'],
  ['changed', 'a list of {"field", "before", "after"}'],
]).join('\n')}
"final" has the fields of "ue", "pdnGw" and "network", the last one with the names of the messages in
flight, "toPdnGw" and "toUe", the oldest first. Fields of the second PDN connection end in @ims.

Readings (--preset):
${twoColumns(readings).join('\n')}

Parameters (--set), the default first:
${twoColumns(values).join('\n')}

Session (--session), the default first:
${twoColumns(session).join('\n')}
`;
}
