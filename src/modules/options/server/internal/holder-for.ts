import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, refused, unauthenticated } from '#lib/refusal.ts';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { isRunning } from '../../option.ts';
import { options } from '../tables.ts';
import type { OptionRow } from './desk-for.ts';

/** Whoever has the option: a member of the concept in their account, or whoever holds the signed link of a mail. */
export type HolderKey = { id: string } | { link: string };
export const linkPurpose = 'option';
export const viaOf = (key: HolderKey): 'link' | 'account' => ('link' in key ? 'link' : 'account');

async function idOf(ctx: Ctx, key: HolderKey): Promise<string> {
	if ('link' in key) return (await verifyLink(ctx, { purpose: linkPurpose, token: key.link })).option ?? '';
	if (!ctx.actor) throw unauthenticated();
	return key.id;
}

/** The option for whoever has it, and as what. Throws 401, 404, 410. `lock`: inside a transaction that changes it. */
export async function holderFor(
	ctx: Ctx,
	key: HolderKey,
	{ lock = false } = {}
): Promise<{ option: OptionRow; role: 'lead' | 'writer' | 'link' }> {
	const id = await idOf(ctx, key);
	if (!isUuid(id)) throw notFound();
	const asked = ctx.db.select().from(options).where(eq(options.id, id));
	const [option] = lock ? await asked.for('update') : await asked;
	if (!option && 'link' in key)
		throw new Refusal(410, 'option-gone', { message: 'Diese Anhandgabe gibt es nicht mehr. Bitte wendet Euch an die Kommune.' });
	if (!option) throw notFound();
	if ('link' in key) return { option, role: 'link' };
	const [member] = await ctx.db
		.select({ role: conceptMembers.role })
		.from(conceptMembers)
		.where(and(eq(conceptMembers.conceptId, option.conceptId), eq(conceptMembers.personId, ctx.actor?.id ?? '')));
	if (!member) throw notFound();
	return { option, role: member.role };
}

/** Changes the option for whoever has it, while it runs. Throws 401, 404, 409, 410. */
export function changeAsHolder<T>(
	ctx: Ctx,
	key: HolderKey,
	change: (inside: Ctx, held: { option: OptionRow; role: 'lead' | 'writer' | 'link' }) => Promise<T>
): Promise<T> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await holderFor(inside, key, { lock: true });
		if (!isRunning(held.option.state))
			throw refused('over', 'Diese Anhandgabe läuft nicht mehr. Melden lässt sich nichts mehr; was gemeldet ist, bleibt stehen.');
		return change(inside, held);
	});
}
