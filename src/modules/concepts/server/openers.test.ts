import { and, eq, isNull, sql } from 'drizzle-orm';
import { combine } from 'shamir-secret-sharing';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { appointOpener, retireOpener } from '#modules/procedures/server/appoint-opener.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { unlock } from '#modules/seals/envelope.ts';
import { openerKeys, sealPasses, seals, sealShares } from '#modules/seals/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { plantOpenProcedure, plantReady } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { findOpening } from './find-opening.ts';
import { handKey } from './hand-key.ts';
import { makeOpenerKey, tryOpenerKey } from './make-opener-key.ts';
import { passOpenerShare } from './pass-opener-share.ts';
import { remindOpeners } from './remind-openers.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? error
	);
type As = (who: CastName) => Ctx;
const at = (ctx: Ctx, moment: Date): Ctx => ({ ...ctx, now: moment });
const sharesOf = async (ctx: Ctx, id: string) =>
	ctx.db
		.select({ personId: sealShares.personId, share: sealShares.share, rest: sealShares.rest })
		.from(sealShares)
		.innerJoin(seals, and(eq(seals.id, sealShares.sealId), eq(seals.subjectId, id)));

/** Katrin opens as well, with a key of her own. */
async function withKatrin(as: As, { id, memberOf }: { id: string; memberOf: Record<string, string> }): Promise<string> {
	await appointOpener(as('ines'), { id, memberId: memberOf[cast.katrin.name] ?? '', reason: 'Oskar hat seinen Zettel verloren.' });
	return (await makeOpenerKey(as('katrin'), { id })).key;
}

test('Oskar lost his key: Ines and Friedrich give Katrin a share one after the other, nothing is opened, and at the deadline she opens with either', async ({
	db,
	as
}) => {
	const call = await plantOpenProcedure({ db, as });
	const { id, keys, deadline } = call;
	const key = await withKatrin(as, call);
	expect(await tryOpenerKey(as('katrin'), { id, secretKey: key })).toBe('waits');
	expect((await findOpening(as('ines'), id)).warnings.map(({ code }) => code)).toContain('waiting');

	expect(await passOpenerShare(as('ines'), { id, secretKey: keys.ines ?? '' })).toEqual({ whole: [], half: [cast.katrin.name] });
	expect((await sharesOf(as('ines'), id)).map(({ personId }) => personId)).not.toContain(cast.katrin.id);
	expect(await passOpenerShare(as('ines'), { id, secretKey: keys.ines ?? '' }), 'the same one twice is still one').toMatchObject({
		whole: []
	});
	expect(await refusalOf(passOpenerShare(as('friedrich'), { id, secretKey: keys.ines ?? '' }))).toBe('422 wrong-key');

	expect(await passOpenerShare(as('friedrich'), { id, secretKey: keys.friedrich ?? '' })).toEqual({ whole: [cast.katrin.name], half: [] });
	expect(await db.$count(sealPasses)).toBe(0);
	const [box] = await db.select().from(seals).where(eq(seals.subjectId, id));
	expect([box?.identity, box?.openedAt], 'nothing was opened').toEqual([null, null]);
	expect(await tryOpenerKey(as('katrin'), { id, secretKey: key })).toBe('fits');
	expect(await refusalOf(passOpenerShare(as('ines'), { id, secretKey: keys.ines ?? '' }))).toBe('409 nobody-waits');
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	expect(entries.filter(({ kind }) => kind === 'seal.passed').map(({ facts }) => facts)).toEqual([{ openers: 4 }]);

	const early = handKey(as('katrin'), { id, kind: 'concepts', secretKey: key });
	expect(await refusalOf(early)).toBe('409 not-yet');
	const later = new Date(deadline.getTime() + 120_000);
	await retireOpener(as('ines'), { id, memberId: call.memberOf[cast.oskar.name] ?? '', reason: 'Zettel verloren.' });
	expect(await refusalOf(handKey(at(as('oskar'), later), { id, kind: 'concepts', secretKey: keys.oskar ?? '' }))).toBe('403 forbidden');
	expect(await handKey(at(as('katrin'), later), { id, kind: 'concepts', secretKey: key })).toEqual({ isOpen: false });
	expect(await handKey(at(as('ines'), later), { id, kind: 'concepts', secretKey: keys.ines ?? '' })).toEqual({ isOpen: true });
});

test('what the first one left opens nothing: not with the key of the one it is for, nor with that of the one who left it', async ({
	db,
	as
}) => {
	const call = await plantOpenProcedure({ db, as });
	const key = await withKatrin(as, call);
	await passOpenerShare(as('ines'), { id: call.id, secretKey: call.keys.ines ?? '' });
	const [pass] = await db.select().from(sealPasses);
	const part = await unlock(Buffer.from(pass?.part ?? '', 'base64'), key);
	expect(await unlock(Buffer.from(pass?.mask ?? '', 'base64'), key), 'the mask is not for her').toBeNull();
	expect(await unlock(Buffer.from(pass?.mask ?? '', 'base64'), call.keys.ines ?? '')).toBeNull();
	const shares = await sharesOf(as('ines'), call.id);
	const of = async (who: 'ines' | 'friedrich') =>
		(await unlock(Buffer.from(shares.find(({ personId }) => personId === cast[who].id)?.share ?? '', 'base64'), call.keys[who] ?? '')) ??
		new Uint8Array();
	const [ines, friedrich] = [await of('ines'), await of('friedrich')];
	const masked = new Uint8Array([...(part ?? []), ines.at(-1) ?? 0]);
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
	expect(text(await combine([ines, friedrich]))).toContain('AGE-SECRET-KEY-1');
	expect(text(await combine([masked, friedrich]))).not.toContain('AGE-SECRET-KEY-1');
});

test('an opener who lost the key makes a new one; until two others have come the old one still opens', async ({ db, as }) => {
	const { id, keys, deadline } = await plantOpenProcedure({ db, as });
	const { key } = await makeOpenerKey(as('oskar'), { id });
	const told = await db.select({ id: notices.personId }).from(notices).where(eq(notices.kind, 'opener.share'));
	expect(told.map((one) => one.id).sort()).toEqual([cast.ines.id, cast.friedrich.id].sort());
	expect(await refusalOf(handKey(at(as('oskar'), new Date(deadline.getTime() + 120_000)), { id, kind: 'concepts', secretKey: key }))).toBe(
		'422 wrong-key'
	);
	await passOpenerShare(as('friedrich'), { id, secretKey: keys.friedrich ?? '' });
	await passOpenerShare(as('ines'), { id, secretKey: keys.ines ?? '' });
	const shares = await sharesOf(as('ines'), id);
	expect(shares.filter(({ personId }) => personId === cast.oskar.id)).toMatchObject([{ rest: expect.any(String) }]);
	expect(await tryOpenerKey(as('oskar'), { id, secretKey: key })).toBe('fits');
	expect(await refusalOf(tryOpenerKey(as('oskar'), { id, secretKey: keys.oskar ?? '' }))).toBe('422 wrong-key');
	const later = new Date(deadline.getTime() + 120_000);
	await handKey(at(as('oskar'), later), { id, kind: 'concepts', secretKey: key });
	expect(await handKey(at(as('friedrich'), later), { id, kind: 'concepts', secretKey: keys.friedrich ?? '' })).toEqual({ isOpen: true });
});

test('nobody stops opening when too few would be left, and nobody without an account begins to', async ({ db, as }) => {
	const { id, memberOf } = await plantOpenProcedure({ db, as });
	await retireOpener(as('ines'), { id, memberId: memberOf[cast.oskar.name] ?? '', reason: 'Zieht weg.' });
	const second = retireOpener(as('ines'), { id, memberId: memberOf[cast.friedrich.name] ?? '', reason: 'Zieht weg.' });
	expect(await refusalOf(second)).toBe('409 too-few-left');
	const [clerk] = await db
		.select()
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, id), eq(procedureMembers.role, 'clerk'), isNull(procedureMembers.email)));
	expect(await refusalOf(appointOpener(as('ines'), { id, memberId: clerk?.id ?? '', reason: 'x' }))).toBe('409 no-account');
	expect((await findOpening(as('ines'), id)).warnings.map(({ code }) => code)).toContain('no-spare');
});

test('before a deadline whoever has not tried their key lately is asked to, once for each day of the plan, and whoever leads hears who', async ({
	db,
	as
}) => {
	const { id, keys, deadline } = await plantOpenProcedure({ db, as });
	const before = (days: number) => at({ ...as('ines'), actor: null }, new Date(deadline.getTime() - days * 86_400_000));
	expect(await remindOpeners(before(20))).toBe(0);
	await tryOpenerKey(at(as('friedrich'), new Date(deadline.getTime() - 10 * 86_400_000)), { id, secretKey: keys.friedrich ?? '' });
	expect(await remindOpeners(before(6))).toBe(3);
	expect(await remindOpeners(before(5))).toBe(0);
	const told = await db.select({ id: notices.personId, kind: notices.kind, data: notices.data }).from(notices);
	expect(
		told
			.filter(({ kind }) => kind === 'opener.try.7')
			.map((one) => one.id)
			.sort()
	).toEqual([cast.ines.id, cast.oskar.id].sort());
	const lead = told.find(({ kind }) => kind === 'opener.lead.7');
	expect(lead?.data).toMatchObject({ text: expect.stringContaining('Oskar Behrens') });
	expect(JSON.stringify(lead?.data)).not.toContain('Friedrich');
	expect(await remindOpeners(before(-1))).toBe(0);
});

test('a draft says in good time whose key is missing or untried', async ({ db, as }) => {
	const { id, keys } = await plantReady({ db, as });
	expect((await findOpening(as('ines'), id)).warnings.map(({ code }) => code)).toEqual(['untried']);
	for (const who of ['ines', 'friedrich', 'oskar'] as const)
		expect(await tryOpenerKey(as(who), { id, secretKey: keys[who] ?? '' })).toBe('fits');
	expect((await findOpening(as('ines'), id)).warnings).toEqual([]);
});

test('whether a key may be lost is said where the keys are: of two none, of three one', async ({ as, db }) => {
	const hasSpare = async (id: string) => (await findOpening(as('ines'), id)).hasSpare;
	const { id } = await plantReady({ as, db }, { kind: 'room_grant' });
	expect(await hasSpare(id)).toBe(true);
	await db.delete(openerKeys).where(and(eq(openerKeys.subjectId, id), eq(openerKeys.personId, cast.oskar.id)));
	expect(await hasSpare(id)).toBe(false);
	await publishProcedure(as('ines'), { id });
	expect(await hasSpare(id)).toBe(false);
	expect(await hasSpare((await plantReady({ as, db })).id)).toBe(true);
});

test('an opener makes a key before the publication, tries it, and may make another; one made afterwards opens nothing by itself, and none is made once all is open', async ({
	as,
	db
}) => {
	const { id } = await plantReady({ as, db });
	const first = await makeOpenerKey(as('friedrich'), { id });
	await tryOpenerKey(as('friedrich'), { id, secretKey: first.key.toLowerCase() });
	expect((await findOpening(as('friedrich'), id)).openers.find(({ isMe }) => isMe)).toMatchObject({ hasKey: true, triedAt: as(null).now });
	const second = await makeOpenerKey(as('friedrich'), { id });
	expect(await codeOf(tryOpenerKey(as('friedrich'), { id, secretKey: first.key }))).toBe('wrong-key');
	expect(await codeOf(tryOpenerKey(as('friedrich'), { id, secretKey: 'x' }))).toBe('no-key');
	expect(await codeOf(tryOpenerKey(as('friedrich'), { id, secretKey: second.key }))).toBe('done');
	for (const who of ['renate', 'mara'] as const) expect(await codeOf(makeOpenerKey(as(who), { id }))).toBe('forbidden');
	await publishProcedure(as('ines'), { id });
	const late = await makeOpenerKey(as('friedrich'), { id });
	expect(await tryOpenerKey(as('friedrich'), { id, secretKey: late.key })).toBe('waits');
	const [row] = await db.select({ deadline: procedures.deadline }).from(procedures).where(eq(procedures.id, id));
	const then = { ...as('friedrich'), now: new Date((row?.deadline ?? new Date(NaN)).getTime() + 120_000) };
	expect(await codeOf(handKey(then, { id, kind: 'concepts', secretKey: late.key }))).toBe('wrong-key');
	await db
		.update(seals)
		.set({ openedAt: as(null).now })
		.where(eq(seals.subjectId, id));
	expect(await codeOf(makeOpenerKey(as('friedrich'), { id }))).toBe('nothing-sealed');
	const { rows } = await db.execute<{ all: string }>(sql`select string_agg(k::text, ' ') as all from opener_keys k`);
	expect(rows[0]?.all).not.toMatch(/SECRET/);
});
