/**
 * Downloads by name: Playwright knows one by its id or its navigation, and passes over those that have neither.
 *
 * Firefox gives no id, and no navigation to what a page saves by itself; its two events agree in window and address, which is name enough.
 */
const methods = ['browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'];

/**
 * An event about a download that has no name, with one.
 * @param {Buffer} message of WebDriver BiDi, as the browser sent it.
 * @returns the event as text; undefined for any other message.
 */
export function named(message) {
  if (!message.includes('"browsingContext.download')) return undefined;
  const event = JSON.parse(message.toString('utf8'));
  if (!methods.includes(event.method) || (event.params.download ?? event.params.navigation)) return undefined;
  const { context, url } = event.params;
  return JSON.stringify({ ...event, params: { ...event.params, download: `${context} ${url}` } });
}
