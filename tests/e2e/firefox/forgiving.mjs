/**
 * One WebSocket connection, seen in passing: whole messages (RFC 6455 5.2) after the handshake, each way.
 *
 * Both ends are known: messages come in one piece each, uncompressed.
 */
import { named } from './namedDownload.mjs';

/**
 * Turns "unknown command" into a success for some methods, and gives downloads a name.
 * @param {Readonly<Record<string, object>>} answers methods of WebDriver BiDi, each with what is answered in place of the error.
 * @param {number} port of the browser, which refuses a handshake that names another one.
 * @returns two functions: octets that came from one side to the octets that the other side gets.
 */
export function forgiving(answers, port) {
  /** What waits for an answer: the method by the command's number. */
  const asked = new Map();
  const fromClient = messages();
  const fromBrowser = messages();

  function toBrowser(part) {
    return Buffer.concat(
      fromClient(part).map((message) => {
        if (message.frame === undefined) {
          const rightPort = message.handshake.replace(/^(Host: [^:\r]+):\d+/im, `$1:${port}`);
          return Buffer.from(rightPort, 'latin1');
        }
        const { id, method } = JSON.parse(textOf(message) || '{}');
        if (Object.hasOwn(answers, method ?? '')) asked.set(id, method);
        return message.frame;
      }),
    );
  }

  function toClient(part) {
    return Buffer.concat(
      fromBrowser(part).map((message) => {
        if (message.frame === undefined) return Buffer.from(message.handshake, 'latin1');
        const event = named(message.payload);
        if (event !== undefined) return frameOf(event);
        if (asked.size === 0) return message.frame;
        const { id, error } = JSON.parse(textOf(message) || '{}');
        const method = asked.get(id);
        if (method === undefined) return message.frame;
        asked.delete(id);
        return error === 'unknown command' ? success(id, answers[method]) : message.frame;
      }),
    );
  }

  return { toBrowser, toClient };
}

/** Cuts a stream of octets into the handshake and, after it, frames; what is not whole yet waits for its rest. */
function messages() {
  let rest = Buffer.alloc(0);
  let greeted = false;
  return (part) => {
    rest = Buffer.concat([rest, part]);
    const whole = [];
    if (!greeted) {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) return whole;
      greeted = true;
      whole.push({ handshake: rest.toString('latin1', 0, end + 4) });
      rest = rest.subarray(end + 4);
    }
    for (let frame = firstFrame(rest); frame !== undefined; frame = firstFrame(rest)) {
      whole.push(frame);
      rest = rest.subarray(frame.frame.length);
    }
    return whole;
  };
}

/** The first frame of some octets, with where its mask and its payload are; undefined if it is not whole yet. */
function firstFrame(octets) {
  if (octets.length < 2) return undefined;
  const short = octets[1] & 0x7f;
  const lengthEnd = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
  if (octets.length < lengthEnd) return undefined;
  const length = short === 126 ? octets.readUInt16BE(2) : short === 127 ? Number(octets.readBigUInt64BE(2)) : short;
  const masked = (octets[1] & 0x80) !== 0;
  const start = lengthEnd + (masked ? 4 : 0);
  if (octets.length < start + length) return undefined;
  const mask = masked ? octets.subarray(lengthEnd, start) : undefined;
  return { frame: octets.subarray(0, start + length), mask, payload: octets.subarray(start, start + length) };
}

/** The words of a text frame; '' for any other. */
function textOf({ frame, mask, payload }) {
  if ((frame[0] & 0x0f) !== 1) return '';
  if (mask === undefined) return payload.toString('utf8');
  return Buffer.from(payload.map((octet, at) => octet ^ mask[at % 4])).toString('utf8');
}

/** The answer to a command as a frame of the browser's. */
function success(id, result) {
  return frameOf(JSON.stringify({ type: 'success', id, result }));
}

/** A text as one frame, unmasked as the browser's are. */
function frameOf(text) {
  const payload = Buffer.from(text, 'utf8');
  const short = payload.length < 126;
  const head = Buffer.alloc(short ? 2 : 10);
  head[0] = 0x81;
  head[1] = short ? payload.length : 127;
  if (!short) head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}
