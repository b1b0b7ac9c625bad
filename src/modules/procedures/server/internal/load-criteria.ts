import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Criteria } from '../../criteria.ts';
import { procedureAreas, procedureEligibility, procedureLeaves } from '../tables.ts';

/** The whole tree and the conditions of one procedure, in order. The caller has asked who reads. */
export async function loadCriteria({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<Criteria> {
	const areas = await db
		.select()
		.from(procedureAreas)
		.where(eq(procedureAreas.procedureId, procedureId))
		.orderBy(asc(procedureAreas.position), asc(procedureAreas.id));
	const leaves = await db
		.select(getTableColumns(procedureLeaves))
		.from(procedureLeaves)
		.innerJoin(procedureAreas, eq(procedureAreas.id, procedureLeaves.areaId))
		.where(eq(procedureAreas.procedureId, procedureId))
		.orderBy(asc(procedureLeaves.position), asc(procedureLeaves.id));
	const eligibility = await db
		.select()
		.from(procedureEligibility)
		.where(eq(procedureEligibility.procedureId, procedureId))
		.orderBy(asc(procedureEligibility.position), asc(procedureEligibility.id));
	return {
		areas: areas.map(({ id, title, description, version }) => ({
			...{ id, title, description, version },
			leaves: leaves
				.filter(({ areaId }) => areaId === id)
				.map(({ id, areaId, title, description, weight, levels, evidence, evidenceNote, version }) => ({
					...{ id, areaId, title, description, weight, levels, evidence, evidenceNote, version }
				}))
		})),
		eligibility: eligibility.map(({ id, title, description, evidence, evidenceNote, version }) => ({
			...{ id, title, description, evidence, evidenceNote, version }
		}))
	};
}
