import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import { findWorkplace } from '#modules/networks/server/find-workplace.ts';
import { isAdmin, type Ctx } from '#modules/people/actor.ts';
import { isInGroup, type ApplicationFilter } from '../application-filter.ts';
import { completeness, missingIn, sectionsOf, type Answer, type FormContent } from '../application-form.ts';
import { mayRunAdmission, maySeeDossiers } from '../policy.ts';
import type { ApplicationState } from '../vocabulary.ts';

export type ApplicationItem = {
	id: string;
	organisationId: string;
	name: string;
	ags: string | null;
	land: string | null;
	population: number | null;
	state: ApplicationState;
	createdAt: Date;
	submittedAt: Date | null;
	stateSince: Date;
	dueOn: string | null;
	isOverdue: boolean;
	/** 0 to 1 */
	completeness: number;
	minutesPerWeek: number | null;
	feeCents: number;
	/** A draft is its town's alone: the office sees that there is one. */
	isDraft: boolean;
};

type Row = Omit<ApplicationItem, 'isOverdue' | 'completeness' | 'isDraft' | 'minutesPerWeek'> & {
	form: FormContent;
	answers: Record<string, Answer> | null;
	valuesVersion: number | null;
};

function itemOf({ form, answers, valuesVersion, ...row }: Row, today: string): ApplicationItem {
	const sections = sectionsOf(form, valuesVersion !== null);
	const missing = missingIn({ form, answers: answers ?? {}, valuesVersion });
	const time = answers?.zeit as { minutesPerWeek: number | null } | undefined;
	const moment = (value: Date | null) => (value === null ? null : new Date(value));
	const isDraft = row.state === 'draft';
	return {
		...row,
		...{ createdAt: new Date(row.createdAt), submittedAt: moment(row.submittedAt), stateSince: new Date(row.stateSince) },
		isOverdue: isInGroup(row, 'overdue', today),
		completeness: completeness(sections.length, missing.length),
		minutesPerWeek: isDraft ? null : (time?.minutesPerWeek ?? null),
		isDraft
	};
}

/** Whoever acts for a town does not see its application from the other side. */
function notOwn(ctx: Ctx) {
	const ids = (ctx.actor?.seats ?? []).map(({ organisationId }) => organisationId);
	if (isAdmin(ctx.actor) || !ids.length) return sql`true`;
	return sql`a.organisation_id::text not in (${sql.join(
		ids.map((id) => sql`${id}`),
		sql`, `
	)})`;
}

export type ApplicationList = { items: ApplicationItem[]; today: string; may: { run: boolean } };

/** The applications to a network for its office and founders, the longest waiting first. At most 1,000. */
export async function listApplications(ctx: Ctx, slug: string, filter: ApplicationFilter): Promise<ApplicationList> {
	const { network, standing } = await findWorkplace(ctx, { slug, may: maySeeDossiers });
	const { rows } = await ctx.db.execute<Row>(sql`
		select a.id, a.organisation_id as "organisationId", o.name, o.ags, s.name as land, p.population, a.state, a.created_at as "createdAt",
			a.submitted_at as "submittedAt", a.state_since as "stateSince", a.due_on::text as "dueOn", a.fee_cents as "feeCents", f.content as form,
			(select jsonb_object_agg(x.key, x.answer) from application_sections x where x.application_id = a.id) as answers,
			(select max(v.version) from network_values v where v.network_id = a.network_id) as "valuesVersion"
		from applications a join admission_forms f on f.id = a.form_id join organisations o on o.id = a.organisation_id
		left join municipalities p on p.ags = coalesce(o.ags, o.place_ags) left join states s on s.code = p.state_code
		where a.network_id = ${network.id} and ${notOwn(ctx)} and ${filter.q ? sql`o.name ilike ${`%${filter.q.replace(/[%_\\]/g, '\\$&')}%`}` : sql`true`}
			and ${filter.state ? sql`a.state = ${filter.state}` : sql`true`}
		order by a.due_on nulls last, a.state_since, a.id limit 1000`);
	const today = dayOf(ctx.now);
	const runs = mayRunAdmission(ctx.actor, standing);
	return {
		items: rows
			.map((row) => itemOf(row, today))
			.filter((item) => isInGroup(item, filter.state ? 'all' : filter.group, today) && (runs || !item.isDraft)),
		today,
		may: { run: runs }
	};
}
