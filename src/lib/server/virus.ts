import { connect } from 'node:net';

/** What a scanner found, by name; `unreachable` also where it answers with something else. */
export type Scan = { state: 'clean' } | { state: 'found'; name: string } | { state: 'unreachable'; why: string };

const chunk = 256 * 1024;
const patience = 30_000;

function framed(bytes: Uint8Array): Buffer[] {
	const parts = [Buffer.from('zINSTREAM\0')];
	for (let from = 0; from < bytes.length; from += chunk) {
		const part = bytes.subarray(from, from + chunk);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(part.length);
		parts.push(length, Buffer.from(part));
	}
	return [...parts, Buffer.alloc(4)];
}

function read(answer: string): Scan {
	const found = /^stream: (.+) FOUND$/.exec(answer);
	if (found?.[1]) return { state: 'found', name: found[1] };
	return answer === 'stream: OK' ? { state: 'clean' } : { state: 'unreachable', why: answer.slice(0, 200) || 'closed without an answer' };
}

/** Asks clamd (its INSTREAM command) about these bytes. @param address `tcp://host:3310`. Never throws. */
export function scanForViruses(address: string, bytes: Uint8Array): Promise<Scan> {
	const { hostname, port } = new URL(address);
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
		const away = (why: string) => (socket.destroy(), resolve({ state: 'unreachable', why }));
		socket.setTimeout(patience, () => away('no answer in time'));
		socket.on('error', (error) => (answer ? resolve(read(answer.replace(/\0.*$/s, '').trim())) : away(error.message)));
		socket.on('data', (data) => (answer += data.toString('latin1')));
		socket.on('close', () => resolve(read(answer.replace(/\0.*$/s, '').trim())));
		socket.on('connect', () => {
			for (const part of framed(bytes)) socket.write(part);
		});
	});
}
