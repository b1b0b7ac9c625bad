import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import { refused } from '#lib/refusal.ts';
import type { Property } from '../to-space.ts';
import { typedOf } from '../typed.ts';
import { locateHouse } from './locate-house.ts';

/** What a caller of the API reads of a property of its own: the form's fields as typed, and where it stands. */
export const ownSpace = (p: Property) => ({
	id: p.id,
	ags: p.ags,
	reference: p.reference,
	slug: p.slug,
	version: p.version,
	lifecycleState: p.lifecycleState,
	publicationState: p.publicationState,
	fields: typedOf(p)
});

/** The municipality of a new space: named, by its point or address, or the only one of the key. Throws 422 when it stays unclear. */
export async function readAgs(ctx: Ctx, body: Record<string, unknown>): Promise<string> {
	if (typeof body.ags === 'string' && /^\d{8}$/.test(body.ags)) return body.ags;
	const texts = Object.entries(body).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
	const place = await locateHouse(ctx, Object.fromEntries(texts.map(([name, value]) => [name, String(value)])));
	const [only, ...more] = editedMunicipalities(ctx.actor);
	const ags = place?.ags ?? (more.length ? undefined : only);
	if (!ags) throw refused('municipality-missing', 'Bitte „ags“ mitschicken: den achtstelligen Schlüssel der Kommune.', 'ags');
	return ags;
}
