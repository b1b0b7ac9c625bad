import { connect, type Socket } from 'node:net';

/**
 * The load generator, a process of its own: `node bench/load.ts ADDRESS JSON`. Keep-alive connections, one request at a time on each, raw sockets so that
 * it costs less than the servers it measures. Prints one line of JSON.
 */
type Order = { paths: string[]; requests: number; connections: number; headers: Record<string, string> };

const [address = '', json = '{}'] = process.argv.slice(2);
const order = JSON.parse(json) as Order;
const { hostname, port, host } = new URL(address);
if (!['127.0.0.1', 'localhost'].includes(hostname)) throw new Error('loopback only');

const extra = Object.entries(order.headers).map(([name, value]) => `${name}: ${value}\r\n`);
const requests = order.paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${extra.join('')}\r\n`));

let sent = 0;
let bytes = 0;
let wrong: string | null = null;

/** Length of the first whole answer in the buffer, or 0 when it is not complete yet. */
function wholeAnswer(buffer: Buffer): number {
	const end = buffer.indexOf('\r\n\r\n');
	if (end < 0) return 0;
	const head = buffer.subarray(0, end).toString('latin1').toLowerCase();
	if (!/^http\/1\.1 (200|304)/.test(head)) wrong ??= head.split('\r\n')[0] ?? 'no answer';
	const length = /content-length: (\d+)/.exec(head)?.[1];
	if (length !== undefined || head.startsWith('http/1.1 304')) {
		const whole = end + 4 + Number(length ?? 0);
		return buffer.length >= whole ? whole : 0;
	}
	const last = buffer.indexOf('\r\n0\r\n\r\n', end + 2);
	return last < 0 ? 0 : last + 7;
}

const run = (): Promise<void> =>
	new Promise((done, fail) => {
		let buffer: Buffer = Buffer.alloc(0);
		const socket: Socket = connect(Number(port), hostname);
		socket.setNoDelay(true);
		const next = () => {
			if (sent >= order.requests || wrong) return void socket.end(done);
			const request = requests[sent++ % requests.length];
			if (request) socket.write(request);
		};
		socket.once('connect', next).once('error', fail);
		socket.on('data', (chunk: Buffer) => {
			buffer = buffer.length ? Buffer.concat([buffer, chunk]) : chunk;
			const whole = wholeAnswer(buffer);
			if (!whole) return;
			bytes += whole;
			buffer = buffer.subarray(whole);
			next();
		});
	});

const started = performance.now();
await Promise.all(Array.from({ length: order.connections }, run));
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${JSON.stringify({ perSecond: order.requests / seconds, bytes: bytes / order.requests, wrong })}\n`);
