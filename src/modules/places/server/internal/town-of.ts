import { refused } from '#lib/refusal.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** The AGS of the municipality that somebody typed. Throws 422 at the field `ort`. */
export async function townOf(ctx: Pick<Ctx, 'db'>, typed: string): Promise<string> {
	const found = await findPlace(ctx, typed);
	if (!found)
		throw refused('no-such-place', `„${typed}“ haben wir nicht gefunden. Bitte Name, Postleitzahl oder Gemeindeschlüssel.`, 'ort');
	return found.ags;
}
