import { forbidden, unauthenticated } from '#lib/refusal.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { mayPrepare } from '../policy.ts';
import { listUnitNames } from './find-procedure.ts';

/** The house for which a procedure shall begin, or houses to choose from by words. Throws 401, 403, 404. */
export async function findStart(ctx: Ctx, { raum, q }: { raum: string | null; q: string }) {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const not = () =>
		forbidden('Ein Verfahren bereitet die Kommune vor, in der das Haus steht, auch für private Häuser. Bitte wenden Sie sich an sie.');
	if (!isAdmin(actor) && !editedMunicipalities(actor).length) throw not();
	if (!raum) {
		const { items, total } = await listProperties(ctx, { q, pageSize: 20, order: 'changed' });
		return {
			house: null,
			houses: items.filter((house) => mayPrepare(actor, house)).map(({ id, title, town }) => ({ id, title, town })),
			total
		};
	}
	const { id, title, ags, isMunicipal } = await findProperty(ctx, raum);
	if (!mayPrepare(actor, { ags })) throw not();
	return { house: { id, title, isMunicipal, units: await listUnitNames(ctx, id) }, houses: [], total: 0 };
}
