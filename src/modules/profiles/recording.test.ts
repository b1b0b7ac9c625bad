import { expect, test } from 'vitest';
import { kindOfRecording, largestRecording, rangeOf, whyNotRecording } from './recording.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.for([
	['ID3\u0004', 'mp3'],
	['\u00ff\u00fb\u0090d', 'mp3'],
	['OggS\u0000', 'ogg'],
	['RIFF\u0000\u0000\u0000\u0000WAVEfmt ', 'wav'],
	['\u0000\u0000\u0000 ftypM4A \u0000', 'm4a'],
	['\u0000\u0000\u0000 ftypisom\u0000', 'mp4'],
	['\u001aE\u00df\u00a3', 'webm'],
	['\u0000\u0000\u0000 ftypqt  ', null],
	['\u0000\u0000\u0000 ftypheic', null],
	['\u00ff\u00f1P\u0080', null],
	['RIFF\u0000\u0000\u0000\u0000WEBP', null],
	['<html><script>', null],
	['MZ\u0090', null],
	['', null]
] as const)('a recording is told by its bytes: %j', ([head, kind]) => {
	expect(kindOfRecording(bytes(head))).toBe(kind);
	expect(whyNotRecording('lied.mp3', bytes(head)) === null).toBe(kind !== null);
});

test('too large is said with the number', () => {
	expect(whyNotRecording('lang.mp3', new Uint8Array(largestRecording + 1))).toContain('60 MB');
});

test.for([
	[null, null],
	['bytes=0-', { start: 0, end: 99 }],
	['bytes=10-19', { start: 10, end: 19 }],
	['bytes=90-500', { start: 90, end: 99 }],
	['bytes=-10', { start: 90, end: 99 }],
	['bytes=-1000', { start: 0, end: 99 }],
	['bytes=100-', 'unfit'],
	['bytes=20-10', 'unfit'],
	['bytes=0-1,5-6', null],
	['bytes=-', null],
	['Zeilen=1-2', null]
] as const)('of 100 bytes, %j asks for …', ([header, range]) => {
	expect(rangeOf(header, 100)).toEqual(range);
});
