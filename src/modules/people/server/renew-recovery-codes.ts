import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { newRecoveryCodes } from './internal/new-recovery-codes.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';

/** Makes new recovery codes for the person who asks; the old ones end. Returns them: this is the only moment they are known. */
export async function renewRecoveryCodes(ctx: Ctx): Promise<string[]> {
	if (!ctx.actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	return ctx.db.transaction(async (db) => {
		const codes = await newRecoveryCodes({ ...ctx, db }, person.id);
		await tellOfWayIn(
			{ ...ctx, db },
			{
				kind: 'recovery-codes.renewed',
				person,
				title: 'Neue Wiederherstellungscodes',
				text: 'Für Ihr Konto wurden neue Wiederherstellungscodes gemacht. Die alten gelten nicht mehr.'
			}
		);
		return codes;
	});
}
