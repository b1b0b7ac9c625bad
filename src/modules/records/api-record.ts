import { z } from 'zod';
import { changeFormat } from './key-change.ts';
import { disclosureFormat, fileFormat, fileVersion, fileVersionWithKeys } from './record-file.ts';
import { headFormat, headVersion } from './head.ts';
import { formatName, formatVersion } from './entry.ts';

/** What the API says of records, as schemas for its description. */
const hash = z.string().describe('SHA-256, hexadezimal');
const moment = z.iso.datetime();
const reach = z.object({ length: z.number().int(), head: hash });

const apiEntry = z.object({
	format: z.literal(formatName),
	version: z.literal(formatVersion),
	record: z.uuid(),
	chain: z.enum(['main', 'box']),
	seq: z.number().int().describe('ab 1, ohne Lücke'),
	prev: hash.describe('Prüfwert des Eintrags davor; 64 Nullen beim ersten'),
	at: moment,
	kind: z.string(),
	facts: z.record(z.string(), z.unknown()).describe('öffentlich, ohne Namen'),
	commitments: z.record(z.string(), hash).describe('Name → SHA-256 über {salt, value} als kanonisches JSON (RFC 8785)'),
	hash: hash.describe('über alles außer hash und signature, als kanonisches JSON'),
	signature: z.string().describe('Ed25519 über die Bytes des Prüfwerts, base64url')
});

export const apiHead = z.object({
	format: z.literal(headFormat),
	version: z.literal(headVersion),
	day: z.iso.date(),
	prev: hash,
	root: hash.describe('Wurzel des Baums über alle Akten'),
	records: z.number().int(),
	at: moment,
	hash,
	signature: z.string()
});

export const apiKeyChange = z.object({
	format: z.literal(changeFormat),
	version: z.literal(1),
	seq: z.number().int(),
	from: z.string().describe('der alte Schlüssel'),
	to: z.string().describe('der neue'),
	head: hash.describe('der letzte Tageskopf, den der alte signiert hat'),
	at: moment.describe('von da an signiert der neue'),
	reason: z.string(),
	hash,
	signature: z.string().describe('des alten'),
	accepted: z.string().describe('des neuen')
});

const proof = z.object({
	leaf: z.object({ record: z.uuid(), main: reach, box: hash }),
	path: z.array(z.object({ side: z.enum(['left', 'right']), hash })),
	box: reach.extend({ salt: z.string() }).nullable().describe('nach der Öffnung: worauf das Blatt festgelegt war')
});

export const apiRecord = z.object({
	format: z.literal(fileFormat),
	version: z.union([z.literal(fileVersion), z.literal(fileVersionWithKeys)]),
	record: z.uuid(),
	title: z.string(),
	address: z.url(),
	key: z.string().describe('öffentlicher Schlüssel der Installation, Ed25519, base64url'),
	keys: z.array(apiKeyChange).optional().describe('in Fassung 2: jeder Wechsel des Schlüssels, der älteste zuerst'),
	main: z.array(apiEntry),
	box: z.array(apiEntry).nullable().describe('null bis zur Öffnung'),
	heads: z.array(apiHead.extend({ proof: proof.optional() })),
	calls: z.array(z.unknown()).describe('jede Fassung des Aufrufs, wie sie veröffentlicht wurde'),
	disclosures: z.array(
		z.object({
			format: z.literal(disclosureFormat),
			version: z.literal(1),
			record: z.uuid(),
			entry: hash,
			name: z.string(),
			value: z.unknown(),
			salt: z.string()
		})
	)
});
