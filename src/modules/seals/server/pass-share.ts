import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { lock, unlock } from '../envelope.ts';
import { firstPart, freePoint, secondPart } from '../pass.ts';
import type { Opener } from '../seal.ts';
import { identityIn, shareWith, type Share } from './internal/own-share.ts';
import { sealPasses, seals, sealShares } from './tables.ts';

/** Whom a visit brought further: who has a share now, and for whom a second opener still has to come. */
export type Passed = { whole: string[]; half: string[] };
type Seal = { id: string; shares: Share[]; own: Share };
type Visit = { seal: Seal; identity: string; share: Uint8Array; to: Opener };

const age = async (bytes: Uint8Array, recipients: readonly string[]) => Buffer.from(await lock(bytes, recipients)).toString('base64');
const ofPass = (seal: Seal, to: Opener) => and(eq(sealPasses.sealId, seal.id), eq(sealPasses.toPersonId, to.personId));

/** The first one: their share under a mask, and the mask for each of the others. */
async function leave(ctx: Ctx, { seal, share, to }: Visit): Promise<void> {
	const others = seal.shares.filter(({ id, personId }) => id !== seal.own.id && personId !== null && personId !== to.personId);
	if (!others.length) throw refused('alone', 'Es braucht eine zweite Person mit Schlüssel. Sie sind die einzige, die noch einen hat.');
	const point = freePoint(seal.shares.map((one) => one.point));
	const { part, mask } = firstPart(share);
	const left = {
		recipient: to.recipient,
		...{ part: await age(part, [to.recipient]), point, at: ctx.now },
		mask: await age(
			mask,
			others.map(({ recipient }) => recipient)
		)
	};
	const values = { id: newId(), sealId: seal.id, fromPersonId: seal.own.personId ?? '', toPersonId: to.personId, ...left };
	await ctx.db.delete(sealPasses).where(ofPass(seal, to));
	await ctx.db.insert(sealPasses).values(values);
}

/** The second one: what they add makes it a share. One pass is completed once, or its parts would tell more than they may. */
async function complete(ctx: Ctx, { seal, identity, share, to }: Visit, pass: typeof sealPasses.$inferSelect): Promise<boolean> {
	const mask = await unlock(Buffer.from(pass.mask, 'base64'), identity);
	const rest = mask && secondPart(share, { mask, point: pass.point });
	await ctx.db.delete(sealPasses).where(eq(sealPasses.id, pass.id));
	if (!rest) return false;
	await ctx.db.delete(sealShares).where(and(eq(sealShares.sealId, seal.id), eq(sealShares.personId, to.personId)));
	await ctx.db.insert(sealShares).values({
		...{ id: newId(), sealId: seal.id, personId: to.personId, recipient: to.recipient, point: pass.point },
		...{ share: pass.part, rest: await age(rest, [to.recipient]) }
	});
	return true;
}

async function passOne(ctx: Ctx, visit: Visit): Promise<'whole' | 'half'> {
	const { seal, to } = visit;
	const [pass] = await ctx.db.select().from(sealPasses).where(ofPass(seal, to)).for('update');
	const isForMe = pass?.recipient === to.recipient && pass.fromPersonId !== seal.own.personId;
	if (isForMe && (await complete(ctx, visit, pass))) return 'whole';
	await leave(ctx, visit);
	return 'half';
}

/** The seals of a subject that nobody has opened, with all shares and one's own, held. */
async function closedSeals({ db, actor }: Ctx, subjectId: string): Promise<Seal[]> {
	const rows = await db
		.select({ id: seals.id })
		.from(seals)
		.where(and(eq(seals.subjectId, subjectId), isNull(seals.openedAt)))
		.orderBy(seals.id)
		.for('update');
	const found: Seal[] = [];
	for (const { id } of rows) {
		const shares = await db.select().from(sealShares).where(eq(sealShares.sealId, id)).for('update');
		const own = shares.find(({ personId }) => personId !== null && personId === actor?.id);
		if (own) found.push({ id, shares, own });
	}
	return found;
}

/**
 * An opener gives of their share to those who have none for their key: the first one half of it, the second one the rest. Nothing is opened, and at no
 * moment do two shares lie side by side. In the caller's transaction, which has asked who may. Throws 409 and 422.
 */
export async function passShare(
	ctx: Ctx,
	{ subjectId, key, to }: { subjectId: string; key: string; to: readonly Opener[] }
): Promise<Passed> {
	const identity = await identityIn(key);
	const found = await closedSeals(ctx, subjectId);
	if (!found.length)
		throw refused('no-share', 'Für Sie ist hier kein Teil des Schlüssels hinterlegt, von dem Sie etwas weitergeben könnten.');
	const reached = new Map<string, 'whole' | 'half'>();
	for (const seal of found) {
		const share = await shareWith(seal.own, identity);
		for (const one of to) {
			const isTheirs = seal.shares.some(({ personId, recipient }) => personId === one.personId && recipient === one.recipient);
			if (isTheirs || one.personId === ctx.actor?.id) continue;
			const how = await passOne(ctx, { seal, identity, share, to: one });
			if (reached.get(one.personId) !== 'half') reached.set(one.personId, how);
		}
	}
	const those = (how: 'whole' | 'half') => [...reached].flatMap(([id, is]) => (is === how ? [id] : []));
	return { whole: those('whole'), half: those('half') };
}
