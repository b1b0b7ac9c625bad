import { and, eq } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { mayPrepare } from '../policy.ts';
import { listUnitNames } from './find-procedure.ts';

/** The private houses of this account, as far as they decide who may. */
async function ownHouses({ db }: Ctx, personId: string): Promise<Map<string, { isMunicipal: boolean; ownerPersonId: string | null }>> {
	const { id, isMunicipal, ownerPersonId } = properties;
	const isOwn = and(eq(ownerPersonId, personId), eq(isMunicipal, false));
	const rows = await db.select({ id, isMunicipal, ownerPersonId }).from(properties).where(isOwn);
	return new Map(rows.map(({ id, ...house }) => [id, house]));
}

/** The house for which a procedure shall begin, or houses to choose from by words. Throws 401, 403, 404. */
export async function findStart(ctx: Ctx, { raum, q }: { raum: string | null; q: string }) {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const not = () =>
		forbidden('Ein Verfahren bereitet die Kommune vor, in der das Haus steht, oder wem es gehört. Bitte wenden Sie sich an die Kommune.');
	const isDesk = isAdmin(actor) || editedMunicipalities(actor).length > 0;
	const own = await ownHouses(ctx, actor.id);
	if (!isDesk && !own.size) throw not();
	if (!raum) {
		const { items, total } = await listProperties(ctx, { q, pageSize: 20, order: 'changed', owned: !isDesk });
		const houses = items.filter((house) => mayPrepare(actor, { ...house, ...own.get(house.id) }));
		return { house: null, houses: houses.map(({ id, title, town }) => ({ id, title, town })), total };
	}
	const { id, title, isMunicipal, ...house } = await findProperty(ctx, raum);
	if (!mayPrepare(actor, { ...house, isMunicipal })) throw not();
	return { house: { id, title, isMunicipal, units: await listUnitNames(ctx, id) }, houses: [], total: 0 };
}
