/**
 * By which words a sentence of the contribution is known in a person's own copy of it. They are stems, not the text: the project ships
 * its own words only.
 */
import type { RequirementId } from '#spec/requirements.ts';

/**
 * For each sentence the stems that it has, as begun words; "|" parts what may stand for the other. A sentence without one that
 * is marked "!" is another one, however many of the rest it has.
 */
const keywords: Readonly<Record<RequirementId, readonly string[]>> = {
  'D-1': ['!ipsec', 'protect', 'dsmipv6', 'signalling|signaling'],
  'D-2': ['!state', 'remov|delet', 'detach', 's2c', 'ike'],
  'D-3': ['procedure', '!4306|5996|7296', '24 234|wlan|i wlan', 'remov|delet'],
  'D-4': ['!all|every', '!security association|sas', 'delet|remov', 'relat|belong', 'session'],
  'D-5': ['!ike', 'clos', '!initiated by the ue|started by the ue', 'network', 'signalling|signaling'],
  'D-6': ['de regist|deregist', 'lifetime', '!ike', 'delet|clos', 'mobile ip', 'detach'],
  'R-8.4.3-1': ['clause|subclause', 'describ', 'mobile ip', '!s2c', 'releas'],
  'R-8.4.3.1-1': ['detach', 'ue', '!clos|end', 'dsmipv6 session', '!ike'],
  'R-8.4.3.1-2': ['!network', 'inform|tell', 'access', 'pdn', 'dsmipv6'],
  'R-8.4.3.1-3': ['after|once', 'detach', '!ip connectivity|connectivity', 'access network'],
  'R-8.4.3.1-4': ['two', '!explicit', 'detach', 'procedure'],
  'R-8.4.3.1-5': ['!ue initiated', '!de regist|deregist', 'pdn gw|ha', 'clos', 'ike'],
  'R-8.4.3.1-6': ['!pdn gw initiated|network initiated', '!inform|tell', 'ue', 'binding', 'valid'],
  'R-8.4.3.1-7': ['!ue initiated', 'procedure', 'shall', 'take place|follow|perform', 'then|after'],
  'R-8.4.3.2-1': ['ue', 'send', '!binding update|bu', 'lifetime', 'detach', 'rfc'],
  'R-8.4.3.2-2': ['ue', 'procedure', '!ike', '!remov|delet', 'security association|sas', 'registration'],
  'R-8.4.3.2-3': ['ue', '!clos', '!security association|sas', 'registration', 'associated|belong'],
  'R-8.4.3.2-4': ['ue', '!informational', '!delete', 'ha|home agent|pdn gw|instruct', 'request'],
  'R-8.4.3.2-5': ['!delete', '!protocol id', 'set|value', 'indicat', 'esp|security association|sas'],
  'R-8.4.3.2-6': ['pdn gw', '!message', 'inform', '!ffs|further study', 'detach'],
  'R-8.4.3.2-7': ['ue', '!acknowledg', 'need|whether|if', '!ffs|further study'],
  'R-8.4.3.3-1': ['pdn gw|ha', '!binding update|bu', 'lifetime', 'delet|remov', '!entry|binding cache', 'home address'],
  'R-8.4.3.3-2': ['pdn gw|ha', 'send|answer', '!binding acknowledg|ba', 'then|after', 'rfc'],
  'R-8.4.3.3-3': ['receipt|receiv', '!informational|delete', 'pdn gw|ha', '!clos', '!ike'],
  'R-8.4.3.3-4': ['pdn gw|ha', '!esp', '!clos|delet|remov', 'negotiat', 'towards', 'security association|sas'],
  'R-8.4.3.3-5': ['pdn gw', '!message', 'inform', '!ffs|further study', 'detach'],
};

/** Words in small letters with single blanks between and around them, so that a stem is found where a word begins. */
export function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Whether one of the stems between "|" begins a word; a stem of two letters is a whole word. */
export function hasStem(words: string, stems: string): boolean {
  return stems.split('|').some((stem) => words.includes(stem.length <= 2 ? ` ${stem} ` : ` ${stem}`));
}

/** How much of what a sentence is known by the words have: 0 to 1, and 0 where what it must have is missing. */
export function likenessTo(id: RequirementId, words: string): number {
  const wanted = keywords[id];
  if (wanted.some((each) => each.startsWith('!') && !hasStem(words, each.slice(1)))) return 0;
  return shareOf(id, words);
}

/** The same without what must be there: for a sentence that goes on with what the one before began. */
export function shareOf(id: RequirementId, words: string): number {
  const { has, of } = keywordsIn(id, words);
  return has / of;
}

/** How many of the stems that a sentence is known by the words have, and how many there are. */
export function keywordsIn(id: RequirementId, words: string): { readonly has: number; readonly of: number } {
  const wanted = keywords[id].map((each) => each.replace(/^!/, ''));
  return { has: wanted.filter((each) => hasStem(words, each)).length, of: wanted.length };
}
