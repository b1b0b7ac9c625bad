import { asc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties, units } from '#modules/properties/server/tables.ts';
import type { Call } from '../../call.ts';
import { effortOf } from '../../effort.ts';
import { hasOwner } from '../../policy.ts';
import { isDirect } from '../../procedure.ts';
import { loadPartner } from '../load-partner.ts';
import { procedureFiles, procedureUnits } from '../tables.ts';
import { loadCriteria } from './load-criteria.ts';
import { loadGrant } from './load-grant.ts';
import { loadMembers } from './load-members.ts';
import type { Held } from './procedure-for.ts';

export type CallFileRow = Pick<typeof procedureFiles.$inferSelect, 'id' | 'kind' | 'title' | 'contentType' | 'bytes'>;

/** What a call says of its house: these columns and no others. */
const houseColumns = {
	...{ title: properties.title, summary: properties.summary, story: properties.story, publicPrecision: properties.publicPrecision },
	...{ street: properties.street, houseNumber: properties.houseNumber, postalCode: properties.postalCode, city: properties.city },
	...{ district: properties.district, propertyType: properties.propertyType, constructionYear: properties.constructionYear },
	...{
		usableAreaM2: properties.usableAreaM2,
		plotAreaM2: properties.plotAreaM2,
		condition: properties.condition,
		heritage: properties.heritage
	},
	...{ accessibility: properties.accessibility, usesWanted: properties.usesWanted, usesExcluded: properties.usesExcluded },
	isMunicipal: properties.isMunicipal
};

async function filesOf({ db }: Ctx, id: string): Promise<CallFileRow[]> {
	return db
		.select({
			...{ id: procedureFiles.id, kind: procedureFiles.kind, title: procedureFiles.title },
			...{ contentType: procedureFiles.contentType, bytes: procedureFiles.bytes }
		})
		.from(procedureFiles)
		.where(eq(procedureFiles.procedureId, id))
		.orderBy(asc(procedureFiles.at), asc(procedureFiles.id));
}

/** The call as the draft stands. The caller has asked who reads. */
export async function loadCall(ctx: Ctx, { row, house }: Held): Promise<Call & { files: CallFileRow[] }> {
	const [about] = await ctx.db.select(houseColumns).from(properties).where(eq(properties.id, house.id));
	if (!about) throw notFound();
	const criteria = await loadCriteria(ctx, row.id);
	const rooms = await ctx.db
		.select({ label: units.label, floor: units.floor, areaMinM2: units.areaMinM2, areaMaxM2: units.areaMaxM2 })
		.from(procedureUnits)
		.innerJoin(units, eq(units.id, procedureUnits.unitId))
		.where(eq(procedureUnits.procedureId, row.id))
		.orderBy(asc(units.position), asc(units.id));
	return {
		...{ procedure: row, house: { ...about, isOwnerRun: hasOwner(house) }, town: house.town, units: rooms, criteria },
		grant: row.kind === 'room_grant' ? await loadGrant(ctx, row.id) : null,
		partner: isDirect(row.kind) ? await loadPartner(ctx, row.id) : null,
		members: await loadMembers(ctx, row.id),
		files: await filesOf(ctx, row.id),
		effort: effortOf({ kind: row.kind, criteria, own: row.hours })
	};
}
