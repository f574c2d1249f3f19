/**
 * The states of the page that pictures are made of, as data: a new one is one entry.
 *
 * `at` is the address's fragment, `query` what stands before it; `stored` what the browser keeps of the page's settings; `then`
 * what a person does before the picture is taken, by roles and names alone.
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ name: string, at?: string, query?: string, stored?: Record<string, unknown>, then?: (page: Page) => Promise<void> }} State
 */
import { shapedParagraphs } from '../../tests/report/shapedText.ts';

const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const click = (role, name) => (page) =>
  page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .click();
/** Opens a drawer by the button of that name, and waits until its content is there. */
const drawer =
  (button, content = '.drawerBody > *') =>
  async (page) => {
    await click('button', button)(page);
    const dialog = page.getByRole('dialog');
    await dialog.locator(content).first().waitFor();
    await dialog.getByText('One moment.').waitFor({ state: 'detached' });
  };
const oneAfterAnother =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page);
  };
const message = (name) => (page) =>
  page.getByRole('region', { name: 'Sequence diagram' }).getByRole('button', { name }).first();
const focusMessage = (name) => (page) => message(name)(page).focus();

/** Waits until the reading in use is checked: from then on its sign stands on the first screen. */
const checked = (page) =>
  page
    .getByRole('status', { name: 'Result of the check' })
    .filter({ hasText: /question|fail/ })
    .waitFor();
/** A tab of the Check or Compare drawer, once the work behind it is done. */
const tabOf = (button, name, content) =>
  oneAfterAnother(checked, drawer(button), click('tab', name), (page) =>
    page.getByRole('dialog').locator(content).first().waitFor({ timeout: 60_000 }),
  );

/** The Learn drawer at one of its tabs. */
const learn = (tab) => oneAfterAnother(drawer('Learn', '[role="tab"]'), click('tab', tab));
const fill = (name, text) => (page) => page.getByRole('textbox', { name }).fill(text);
const inView = (role, name) => (page) =>
  page
    .getByRole(role, { name })
    .first()
    .evaluate((part) => part.scrollIntoView());
const comment = oneAfterAnother(
  drawer('Share', '.qrCode, .linkDead'),
  click('button', 'Write a comment'),
  fill('Comment', 'Which of the two comes first is not said.'),
  fill('Proposed change', 'Say that the binding goes first.'),
);
const ownText = oneAfterAnother(
  drawer('Clauses'),
  click('tab', 'Your copy'),
  fill(/pasted here/, shapedParagraphs.join('\n')),
  click('button', 'Read this text'),
  (page) => page.getByText(/all of our \d+ sentences/).waitFor(),
);

const bindingUpdate = /Binding Update, lifetime 0/;
const drawing = 'svg .node';

/** @type {readonly State[]} */
export const states = [
  { name: 'start' },
  { name: 'inFlight', at: 'scenario=ue-initiated&step=1' },
  { name: 'lostBa', at: 'scenario=h-03&step=3' },
  { name: 'discarded', at: 'scenario=h-01', then: press('End') },
  { name: 'duplicate', at: 'scenario=h-04', then: press('End') },
  { name: 'twoConnections', at: 'scenario=h-12&step=2' },
  { name: 'twoConnectionsEnd', at: 'scenario=h-12', then: press('End') },
  { name: 'end', at: 'scenario=ue-initiated', then: press('End') },
  { name: 'longRun', at: 'scenario=h-02', then: press('End') },
  { name: 'networkInitiated', at: 'scenario=network-initiated&step=3' },
  { name: 'crossing', at: 'scenario=h-07', then: press('End') },
  { name: 'clauses', at: 'step=1', then: drawer('Clauses') },
  { name: 'openPoints', at: 'step=1', then: oneAfterAnother(drawer('Clauses'), click('tab', 'Open points')) },
  { name: 'iWlan', at: 'step=1', then: oneAfterAnother(drawer('Clauses'), click('tab', 'I-WLAN and S2c')) },
  { name: 'ueTables', at: 'step=1', then: drawer(/UE tables/, 'table') },
  { name: 'pdnGwTables', at: 'step=2', then: drawer(/PDN GW tables/, 'table') },
  { name: 'saTables', at: 'step=3', then: drawer(/SA tables/, 'table') },
  { name: 'ueDiagram', at: 'step=1', then: drawer(/UE state diagram/, drawing) },
  { name: 'pdnGwDiagram', at: 'step=2', then: drawer(/PDN GW state diagram/, drawing) },
  { name: 'reading', then: drawer('Details') },
  { name: 'whyNot', at: 'step=1', then: drawer(/not possible: why/) },
  { name: 'brokenHere', at: 'scenario=h-01', then: oneAfterAnother(checked, press('End')) },
  {
    name: 'shownRun',
    then: oneAfterAnother(checked, drawer('Check', '.questionList'), click('button', /^Show the run/)),
  },
  { name: 'checkQuestions', then: oneAfterAnother(checked, drawer('Check', '.questionList')) },
  {
    name: 'checkRepair',
    then: oneAfterAnother(checked, drawer('Check', '.questionList'), click('button', /^Smallest change/), (page) =>
      page.getByRole('button', { name: 'Take this reading' }).waitFor({ timeout: 60_000 }),
    ),
  },
  { name: 'checkNoQuestion', at: 'preset=rfc-practice', then: oneAfterAnother(checked, drawer('Check')) },
  {
    name: 'checkNotFinished',
    at: 'set=pdnConnections:2,secondPdn:detaching,loss:2,duplication:1,ordering:unordered',
    then: oneAfterAnother(checked, drawer('Check', '.questionList')),
  },
  { name: 'checkClaims', at: 'step=5', then: tabOf('Check', 'All claims', '.claimTable') },
  { name: 'checkSentences', at: 'preset=rfc-practice', then: tabOf('Check', 'Sentences', '.worthTable') },
  {
    name: 'stateGraph',
    at: 'preset=rfc-practice&step=1',
    then: tabOf('Check', 'State space', '.stateBox[data-here="true"]'),
  },
  { name: 'statesByPhases', then: tabOf('Check', 'State space', '.phaseTable') },
  { name: 'compareClaims', then: tabOf('Compare', 'Claims', '.compareTable') },
  { name: 'compareRun', at: 'scenario=network-initiated', then: tabOf('Compare', 'The run on both', '.alignTable') },
  { name: 'compareSpaces', then: tabOf('Compare', 'States and events', '.eventTexts') },
  { name: 'compareAll', then: tabOf('Compare', 'All readings', '.matrix') },
  { name: 'help', then: drawer('Help', 'table') },
  { name: 'shareLink', at: 'scenario=h-03&step=2', then: drawer('Share', '.linkDead') },
  {
    name: 'shareQrCode',
    at: 'scenario=h-03&step=2',
    stored: { publicAddress: 'https://detach.example/' },
    then: drawer('Share', '.qrCode'),
  },
  { name: 'takeAway', then: oneAfterAnother(drawer('Share', '.takeAway'), inView('heading', 'Take away')) },
  { name: 'comment', at: 'step=2', then: comment },
  {
    name: 'comments',
    at: 'step=2',
    then: oneAfterAnother(comment, click('button', 'Add comment'), inView('table', 'Comments by clause')),
  },
  { name: 'ownCopy', at: 'step=1', then: ownText },
  { name: 'ownInBar', at: 'step=1', then: oneAfterAnother(ownText, click('button', 'Close')) },
  { name: 'learnLessons', then: learn('Lessons') },
  {
    name: 'learnLesson',
    then: oneAfterAnother(learn('Lessons'), click('button', /^Begin ?: /), click('button', 'Next in the lesson')),
  },
  { name: 'learnQuestion', at: 'step=1', then: learn('Questions') },
  {
    name: 'learnAnswer',
    at: 'step=1',
    then: oneAfterAnother(
      learn('Questions'),
      (page) => page.getByRole('dialog').locator('input').first().check(),
      click('button', 'Check the answer'),
    ),
  },
  { name: 'learnChallenges', then: learn('Challenges') },
  { name: 'learnChallenge', then: oneAfterAnother(learn('Challenges'), click('button', /^Start ?: /)) },
  { name: 'learnResults', then: learn('Results') },
  { name: 'learnSet', then: oneAfterAnother(learn('Results'), (page) => page.getByText('make a set').click()) },
  { name: 'present', then: press('f', 'PageDown', 'PageDown') },
  { name: 'objection', then: press('f', 'PageDown', 'o', 'l') },
  { name: 'embed', query: 'embed', at: 'scenario=h-03&step=3' },
  { name: 'tour', then: oneAfterAnother(drawer('Help', 'table'), click('button', 'Show me round')) },
  { name: 'tourPresent', then: oneAfterAnother(press('f', 'PageDown', '?'), click('button', 'Show me round')) },
  {
    name: 'messageFields',
    at: 'step=1',
    then: oneAfterAnother(focusMessage(bindingUpdate), press('Enter', 'Enter'), (page) =>
      page.getByRole('dialog').getByRole('tree').waitFor(),
    ),
  },
  {
    name: 'unnamedMessage',
    at: 'scenario=network-initiated&step=1',
    then: oneAfterAnother(focusMessage(/notification/i), press('Enter', 'Enter'), (page) =>
      page.getByRole('dialog').locator('table').first().waitFor(),
    ),
  },
  { name: 'messageSelected', at: 'step=2', then: oneAfterAnother(focusMessage(bindingUpdate), press('Enter')) },
  { name: 'messageFocus', at: 'step=2', then: oneAfterAnother(press('Tab'), focusMessage(bindingUpdate)) },
  { name: 'eventList', at: 'step=0', then: click('button', /All events|text silent/) },
  { name: 'scenarioList', then: openList('Scenario') },
  { name: 'readingList', then: openList('Reading') },
  { name: 'hideNext', at: 'step=2', stored: { hideNext: true } },
  { name: 'notice', at: 'scenario=no-such-thing' },
  { name: 'branch', at: 'step=2', then: press('l') },
];

/** A list that the browser itself draws is in no picture: then only its closed form is seen. */
function openList(name) {
  return async (page) => {
    const box = page.getByRole('combobox', { name });
    await box.click();
    await page.getByRole('option').first().waitFor({ state: 'attached' });
  };
}
