import { desc, eq, inArray, or, sql } from 'drizzle-orm';
import { networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import type { ApplicationState } from '../vocabulary.ts';
import { applications } from './tables.ts';

export type OwnApplicationItem = {
	id: string;
	state: ApplicationState;
	dueOn: string | null;
	updatedAt: Date;
	network: string;
	networkSlug: string;
	organisation: string;
};

/** The applications of the organisations that somebody acts for, the newest first. */
export async function listOwnApplications(ctx: Ctx): Promise<OwnApplicationItem[]> {
	const ids = (ctx.actor?.seats ?? []).map(({ organisationId }) => organisationId);
	const towns = isAdmin(ctx.actor) ? [] : editedMunicipalities(ctx.actor);
	if (!ids.length && !towns.length) return [];
	const none = sql`false`;
	return ctx.db
		.select({
			...{ id: applications.id, state: applications.state, dueOn: applications.dueOn, updatedAt: applications.updatedAt },
			...{ network: networks.name, networkSlug: networks.slug, organisation: organisations.name }
		})
		.from(applications)
		.innerJoin(networks, eq(networks.id, applications.networkId))
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.where(or(ids.length ? inArray(organisations.id, ids) : none, towns.length ? inArray(organisations.ags, towns) : none))
		.orderBy(desc(applications.updatedAt));
}

export type Applicant = { id: string; name: string };

/** The organisations for which somebody can begin an application. */
export async function listApplicants(ctx: Ctx): Promise<Applicant[]> {
	const ids = (ctx.actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	if (!ids.length) return [];
	return ctx.db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(inArray(organisations.id, ids))
		.orderBy(organisations.name);
}
