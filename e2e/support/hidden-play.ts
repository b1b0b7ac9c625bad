import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { inject } from 'vitest';
import { dayOf } from '#lib/calendar.ts';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import { beginForm } from '#modules/concepts/forms.ts';
import { addFile } from '#modules/concepts/server/add-file.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { saveCosts, saveTexts } from '#modules/concepts/server/save-texts.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { closeProcedures } from '#modules/procedures/server/close-procedures.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import type { SealKind } from '#modules/seals/seal.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import type { CastName } from '../../src/testing/cast.ts';
import { costsFor, textsFor } from '../../src/testing/concepts.ts';
import { forgetHouse } from '../../src/testing/forget-record.ts';
import { castReaders, seatReaders, type People, type Reader } from './hidden-cast.ts';
import { drawWords, offerCents, type Part } from './hidden-words.ts';
import { database } from './people.ts';

/** One procedure with a word in everything that is confidential, and who looks at it. */
export type Hidden = {
	words: Record<Part, string>;
	people: People;
	cookies: Record<Reader, string>;
	as: (who: Exclude<Reader, 'guest'> | null, days?: number) => Ctx;
	store: ReturnType<typeof folderStore>;
	/** Ids that addresses are made of, as far as they are there yet. */
	at: Record<string, string>;
	memberOf: Record<string, string>;
	keys: Partial<Record<Reader, string>>;
};

const day = 86_400_000;
export const pdfOf = (word: string) => ({ name: 'papier.pdf', bytes: new TextEncoder().encode(`%PDF-1.7\n${word}\n%%EOF`) });
export const photo = () =>
	sharp({ create: { width: 64, height: 64, channels: 3, background: '#8d3b24' } })
		.png()
		.toBuffer();

export async function beginHidden(): Promise<Hidden> {
	const db = openDb(database());
	const { people, cookies } = await castReaders();
	const as: Hidden['as'] = (who, days = 0) => ({ db, actor: who && people[who], now: new Date(Date.now() + days * day) });
	const store = folderStore(join(inject('dataDir'), 'files'));
	return { words: drawWords(), people, cookies, as, store, at: {}, memberOf: {}, keys: {} };
}

/** Another procedure before the same eyes, with words of its own. */
export const beginAnother = (hidden: Hidden): Hidden => ({ ...hidden, words: drawWords(), at: {}, memberOf: {}, keys: {} });

/** The same as the stage of the unit tests: whoever prepares is the one who leads. */
export const stageOf = ({ as }: Hidden) => ({
	db: openDb(database()),
	as: (who: CastName | Ctx['actor']) => as(who === null ? null : 'lead'),
	houseTitle: `Haus ${newId().slice(-8)}`
});

export const openers = ['lead', 'checker', 'opener'] as const;

/** Names everybody, and gives the openers their keys. */
export async function seat(hidden: Hidden): Promise<void> {
	const { people, as, keys, at, words } = hidden;
	hidden.memberOf = await seatReaders(at.id ?? '', people, words.affiliation);
	for (const who of openers) {
		const identity = await generateX25519Identity();
		keys[who] = identity;
		const recipient = await identityToRecipient(identity);
		const row = { id: newId(), subjectId: at.id ?? '', personId: people[who].id, recipient, createdAt: new Date() };
		await as('lead').db.insert(openerKeys).values(row);
	}
}

type Writing = { who: 'winner' | 'loser' | 'drafting'; title: string; word: string; name: string; contact: string; file: string };
const offers = { winner: offerCents, loser: 10_500_000, drafting: 10_400_000 };

/** Fills what somebody has begun, every text saying `word`, and hands it in. */
export async function fillAndSend(hidden: Hidden, id: string, writing: Writing & { round?: number }): Promise<void> {
	await fill(hidden, id, writing);
	await sendConcept(hidden.as(writing.who), { id, store: hidden.store });
}

async function fill(
	{ as, at, store }: Hidden,
	id: string,
	{ who, title, word, name, contact, file, round = 1 }: Writing & { round?: number }
): Promise<void> {
	const ctx = as(who);
	const { frozen } = await loadFrozen(ctx, at.id ?? '');
	const { marks, sheet } = await findConcept(ctx, id);
	const texts = { ...textsFor(frozen, { round, word, mark: marks.texts }), title };
	await saveTexts(ctx, { id, input: { ...texts, applicantName: name, contact, email: `${contact}@gruppe.example` } });
	if (sheet.needsCosts || sheet.offerUnit) await saveCosts(ctx, { id, input: { ...costsFor(marks.money), offerCents: offers[who] } });
	for (const { key, wantsFile } of sheet.fields)
		if (wantsFile) await addFile(ctx, { id, store, for: key, upload: { ...pdfOf(file), name: `${file}.pdf` } });
	await addFile(ctx, { id, store, for: null, upload: { ...pdfOf(file), name: `${file}.pdf` } });
}

/** Somebody writes a concept; `isSent`: and hands it in. Returns its id. */
export async function write(hidden: Hidden, { isSent, ...writing }: Writing & { isSent: boolean }): Promise<string> {
	const input = beginForm.parse({ kind: 'group', name: writing.name });
	const id = await beginConcept(hidden.as(writing.who), { slug: hidden.at.slug ?? '', input });
	await (isSent ? fillAndSend : fill)(hidden, id, writing);
	return id;
}

/** The deadline passes. */
export async function endDeadline({ as, at }: Hidden): Promise<void> {
	await as(null).db.execute(sql`update procedures set deadline = now() - interval '5 minutes' where id = ${at.id}::uuid`);
	await closeProcedures(as(null), at.id ?? '');
}

export async function bringKeys({ as, at, keys }: Hidden, kind: SealKind): Promise<void> {
	for (const who of openers.slice(0, 2)) await handKey(as(who), { id: at.id ?? '', kind, secretKey: keys[who] ?? '' });
}

export const today = (ctx: Ctx): string => dayOf(ctx.now);

/** Takes away what the plays of one cast have left. */
export async function endHidden(played: readonly Hidden[]): Promise<void> {
	const pool = database();
	for (const { at } of played) {
		for (const table of ['seals', 'opener_keys']) await pool.query(`delete from ${table} where subject_id = $1`, [at.id]);
		if (at.placeId) await pool.query('delete from places where id = $1', [at.placeId]);
		if (at.organisationId) await pool.query('delete from organisations where id = $1', [at.organisationId]);
		if (at.houseId) await forgetHouse(pool, at.houseId);
	}
	const people = played.flatMap((one) => Object.values(one.people)).map(({ id }) => id);
	await pool.query('delete from people where id = any($1)', [people]);
}
