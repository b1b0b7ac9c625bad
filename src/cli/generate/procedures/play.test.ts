import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { folderStore } from '#lib/server/store.ts';
import { findFile } from '#modules/awards/server/find-file.ts';
import { openCopy } from '#modules/concepts/server/restore-draft.ts';
import { callSuccessor } from '#modules/options/server/call-successor.ts';
import { endOption } from '#modules/options/server/end-option.ts';
import { options } from '#modules/options/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findRecordFile } from '#modules/procedures/server/find-record.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { closeDays } from '#modules/records/server/close-days.ts';
import { factNames } from '#modules/records/fact-words.ts';
import { recordSecrets } from '#modules/records/server/tables.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast } from '#testing/cast.ts';
import { recordHouse } from '#testing/houses.ts';
import { giveFactor } from '#testing/jury.ts';
import { expect, now, test } from '#testing/world.ts';
import { demoRunning } from './demo-running.ts';
import { placeOpeners } from './open-one.ts';
import { placeOne } from './place-procedures.ts';
import { grant } from './play-after.ts';
import * as play from './play.ts';

/** Names of everything that a record holds, however deep; ids are none. */
const namesIn = (value: unknown): string[] => {
	if (Array.isArray(value)) return value.flatMap(namesIn);
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([name, inner]) => [...(/^[0-9a-f]{8}-/.test(name) ? [] : [name]), ...namesIn(inner)]);
};

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-play-')));

test('from the resolution to a lapsed option and a successor: the file tells all of it, and anybody can verify it', async ({ db, as }) => {
	const [told] = demoRunning.map((one) => one.told);
	await recordHouse(as('ines'), { title: told?.house ?? '' });
	const at: play.Playing['at'] = (who, when): Ctx => ({ db, actor: who && cast[who], now: when });
	const id = (told && (await placeOne(at('ines', now), { ...told, units: undefined }, store))) ?? '';
	await placeOpeners(at('ines', now), id);
	await stepProcedure(at('ines', play.after(now, 20)), { id, step: 'finish' });
	const slug = await publishProcedure(at('ines', play.after(now, 27)), { id });
	const [row] = await db.select().from(procedures).where(eq(procedures.id, id));
	const playing = { id, slug, store, at, deadline: row?.deadline ?? now };
	await giveFactor({ db }, ...play.jury.map((who) => cast[who]));

	const sent = await play.handIn(playing, 'amira');
	for (const who of ['jonas', 'hanna'] as const) await play.handIn(playing, who);
	const own = await openCopy(at('amira', playing.deadline), { id: sent.conceptId, secretKey: sent.key ?? '' });
	await play.open(playing);
	await play.check(playing);
	await play.score(playing, play.jury);
	await play.recommend(playing);
	await play.decide(playing);
	await grant(playing, 80);
	const [option] = await db.select().from(options).where(eq(options.procedureId, id));
	const late = at('ines', play.after(playing.deadline, 500));
	await endOption(late, { id, version: option?.version ?? 0, step: 'lapse', reason: 'Die Finanzierung kam nicht zustande.' });
	await callSuccessor(late, { id });
	await closeDays({ ...late, actor: null, now: play.after(playing.deadline, 502) });

	const { slug: _, ...found } = await findRecordFile(as(null), { key: slug, base: 'https://example.org' });
	const file = JSON.parse(JSON.stringify(found));
	const { value: concept, salt } = JSON.parse(JSON.stringify(own.content));
	const report = await verifyRecord({ file, receipt: JSON.parse(JSON.stringify(sent.receipt)), concept, salt });
	expect(report.broken).toEqual([]);
	expect(report.proven.map(({ code }) => code)).toEqual(expect.arrayContaining(['receipt', 'receipt-box', 'counted', 'concept']));
	expect(JSON.stringify(file)).not.toMatch(/Haddad|Werkhof|Lindner/);

	const vermerk = JSON.stringify(await findFile(late, id));
	const kinds = [...new Set<string>(file.main.map(({ kind }: { kind: string }) => kind))];
	expect(kinds).toEqual(
		expect.arrayContaining(['procedure.publish', 'procedure.unseal', 'review.submitted', 'procedure.decide', 'procedure.lapse'])
	);
	for (const { hash } of file.main) expect(vermerk).toContain(hash);
	const secrets = await db.select().from(recordSecrets).where(eq(recordSecrets.recordId, id));
	const held = [...file.main.map(({ facts }: { facts: object }) => facts), ...secrets.map(({ name, value }) => ({ [name]: value }))];
	expect(
		[...new Set(namesIn(held))].filter((name) => !(name in factNames)),
		'everything in the file has a German name'
	).toEqual([]);
});
