import type { Ctx } from '#modules/people/actor.ts';
import type { GrantInput } from '../forms.ts';
import { deskFor } from './internal/desk-for.ts';
import { giveOption } from './internal/give-option.ts';

/** Gives the house to whoever was chosen, for a time and for nobody else. Returns the id of the option. Throws 401, 404, 409, 422. */
export function grantOption(ctx: Ctx, { id, input: { conceptId, ...terms } }: { id: string; input: GrantInput }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		return giveOption(inside, await deskFor(inside, id), { terms, conceptId });
	});
}
