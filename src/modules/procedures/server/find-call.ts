import { asc, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { dayOf } from '#lib/calendar.ts';
import type { Block, Paper } from '#lib/server/pdf/blocks.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties, units } from '#modules/properties/server/tables.ts';
import { callBlocks, callLead, type Call } from '../call.ts';
import { effortOf } from '../effort.ts';
import { hasOwner } from '../policy.ts';
import { states } from '../procedure.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers } from './internal/load-members.ts';
import { procedureToRead, type Held } from './internal/procedure-for.ts';
import { procedureFiles, procedureUnits } from './tables.ts';

const accent = '#8d3b24';

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

async function filesOf({ db }: Ctx, id: string) {
	return db
		.select({
			...{ id: procedureFiles.id, kind: procedureFiles.kind, title: procedureFiles.title },
			...{ contentType: procedureFiles.contentType, bytes: procedureFiles.bytes }
		})
		.from(procedureFiles)
		.where(eq(procedureFiles.procedureId, id))
		.orderBy(asc(procedureFiles.at), asc(procedureFiles.id));
}

async function callFor(ctx: Ctx, { row, house }: Held): Promise<Call & { files: Awaited<ReturnType<typeof filesOf>> }> {
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
		members: await loadMembers(ctx, row.id),
		files: await filesOf(ctx, row.id),
		effort: effortOf({ kind: row.kind, criteria, own: row.hours })
	};
}

export type CallFileRow = Awaited<ReturnType<typeof filesOf>>[number];
export type FoundCall = { lead: string; blocks: Block[]; files: CallFileRow[] };

/** The call as a page, for the office and, once it is finished, for whoever is named in it. Throws 401 and 404. */
export async function findCall(ctx: Ctx, id: string): Promise<FoundCall> {
	const found = await procedureToRead(ctx, id);
	const call = await callFor(ctx, found);
	return { lead: callLead(call), blocks: callBlocks({ ...call, files: [] }), files: call.files };
}

/** The same as a paper. As long as it is in work it says so. Throws 401 and 404. */
export async function findCallPaper(ctx: Ctx, id: string): Promise<Paper> {
	const found = await procedureToRead(ctx, id);
	const call = await callFor(ctx, found);
	const { row, house } = found;
	const stand = row.state === 'ready' ? [] : [{ kind: 'text' as const, text: `Stand: ${states[row.state]}. Noch nicht zur Weitergabe.` }];
	const demo = row.isDemo ? [{ kind: 'text' as const, text: 'Beispiel: Haus und Verfahren sind erfunden.' }] : [];
	return {
		...{ title: row.title, date: dayOf(row.updatedAt), sender: { name: house.town }, accent, lead: callLead(call) },
		blocks: [...demo, ...stand, ...callBlocks(call)],
		footer: [[house.town], [row.title]]
	};
}

export type ProcedureFile = { key: string; contentType: string; title: string };

/** A paper attached to a call, for whoever reads the call. Throws 401 and 404. */
export async function findProcedureFile(ctx: Ctx, { id, fileId }: { id: string; fileId: string }): Promise<ProcedureFile> {
	await procedureToRead(ctx, id);
	const [file] = isUuid(fileId) ? await ctx.db.select().from(procedureFiles).where(eq(procedureFiles.id, fileId)) : [];
	if (!file || file.procedureId !== id) throw notFound();
	return { key: file.key, contentType: file.contentType, title: file.title };
}
