import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { dayOf } from '#lib/calendar.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { newId } from '#lib/server/id.ts';
import { keepFiles, type KeptFile } from '#modules/conversations/server/keep-files.ts';
import * as tables from '#modules/conversations/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { drawPicture } from '../profiles/draw-pictures.ts';
import { demoConversations, type DemoConversation, type DemoWords } from './demo-conversations.ts';

type Stage = { db: Db; now: Date; store: House['store'] };

const before = ({ now }: Stage, hours: number) => new Date(now.getTime() - hours * 3_600_000);
const idOf = (who: CastName) => cast[who].id;

const winterList = ({ now }: Stage): Uint8Array =>
	paperPdf({
		title: 'Was wir im Winter brauchten',
		date: dayOf(now),
		sender: { name: 'Kollektiv Kulturbahnhof', tagline: 'Beispiel, erfunden' },
		accent: '#2a5a47',
		blocks: [
			{ kind: 'list', items: ['Zwei Öfen mit Abnahme', 'Acht Kubikmeter Holz', 'Rauchmelder in jedem Raum', 'Einen Nachbarn mit Radlader'] }
		]
	});

async function fileOf(stage: Stage, [by, , , file]: DemoWords): Promise<KeptFile[]> {
	if (!file) return [];
	const upload =
		file === 'list'
			? { name: 'Was wir im Winter brauchten.pdf', bytes: winterList(stage) }
			: { name: 'Hof.png', bytes: await drawPicture({ of: 'street', at: 'day', seed: 'hof' }) };
	return keepFiles({ db: stage.db, now: stage.now, actor: cast[by] }, { store: stage.store, uploads: [upload] });
}

async function placeWords(stage: Stage, conversationId: string, { words, hidden }: DemoConversation): Promise<void> {
	for (const [i, said] of words.entries()) {
		const [by, ago, text] = said;
		const [id, number] = [newId(), i + 1];
		const taken = hidden?.[0] === number ? { hiddenAt: before(stage, ago - 2), hiddenReason: hidden[1], hiddenBy: cast.renate.id } : {};
		await stage.db
			.insert(tables.conversationMessages)
			.values({ id, conversationId, number, authorId: idOf(by), text, at: before(stage, ago), ...taken });
		const files = await fileOf(stage, said);
		if (files.length)
			await stage.db.insert(tables.conversationFiles).values(files.map((file) => ({ id: newId(), messageId: id, ...file })));
	}
}

async function placeOne(stage: Stage, told: DemoConversation): Promise<void> {
	const { between, about, state, words, unread, muted, alias, left } = told;
	const [asker, asked] = between;
	const [firstId = null, secondId = null] = between.map(idOf).sort();
	const [createdAt, lastAt] = [before(stage, words[0]?.[1] ?? 0), before(stage, words.at(-1)?.[1] ?? 0)];
	const id = newId();
	const [title, address] = about;
	await stage.db.insert(tables.conversations).values({
		...{ id, firstId, secondId, title, address, state, createdAt, lastAt },
		...{ askedBy: idOf(asker), lastNumber: words.length }
	});
	await stage.db.insert(tables.conversationMembers).values(
		between.map((who) => ({
			...{ conversationId: id, personId: idOf(who), joinedAt: createdAt, alias: who === asked ? (alias ?? null) : null },
			...{ leftAt: left === who ? lastAt : null, mutedAt: muted === who ? lastAt : null },
			readUntil: unread?.[0] === who ? unread[1] - 1 : words.length,
			unreadFrom: unread?.[0] === who ? unread[1] : null
		}))
	);
	await placeWords(stage, id, told);
	if (left)
		await stage.db
			.insert(tables.conversationTrail)
			.values({ id: newId(), conversationId: id, kind: 'left', personId: idOf(left), byPersonId: idOf(left), at: lastAt });
}

/** What the cast say to each other. Nothing of it is mailed: it is long past, or waits in the account. */
export async function placeConversations({ pool, store }: { pool: Pool; store: House['store'] }, now: Date): Promise<void> {
	const stage: Stage = { db: openDb(pool), now, store };
	for (const told of demoConversations) await placeOne(stage, told);
}
