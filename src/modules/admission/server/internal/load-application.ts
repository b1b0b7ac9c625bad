import { and, desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { memberships, networks, networkValues } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { missingIn, sectionsOf, type Answers } from '../../application-form.ts';
import { admissionForms, applications, applicationSections } from '../tables.ts';

export type Loaded = Awaited<ReturnType<typeof loadApplication>>;

/** An application with its network, organisation, form and answers, whoever asks: policy comes after. `lock` keeps others from changing its state meanwhile. */
export async function loadApplication(ctx: Pick<Ctx, 'db'>, id: string, lock = false) {
	if (!/^[0-9a-f-]{36}$/i.test(id)) throw notFound();
	const query = ctx.db
		.select({ application: applications, network: networks, organisation: organisations, form: admissionForms })
		.from(applications)
		.innerJoin(networks, eq(networks.id, applications.networkId))
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.innerJoin(admissionForms, eq(admissionForms.id, applications.formId))
		.where(eq(applications.id, id));
	const [row] = lock ? await query.for('update', { of: applications }) : await query;
	if (!row) throw notFound();
	const { networkId, organisationId } = row.application;
	const [values] = await ctx.db
		.select()
		.from(networkValues)
		.where(eq(networkValues.networkId, networkId))
		.orderBy(desc(networkValues.version))
		.limit(1);
	const [membership] = await ctx.db
		.select()
		.from(memberships)
		.where(and(eq(memberships.networkId, networkId), eq(memberships.organisationId, organisationId)));
	const saved = await ctx.db.select().from(applicationSections).where(eq(applicationSections.applicationId, row.application.id));
	const answers: Answers = Object.fromEntries(saved.map(({ key, answer }) => [key, answer ?? undefined]));
	const asked = { form: row.form.content, answers, valuesVersion: values?.version ?? null };
	return {
		...row,
		values: values ?? null,
		membership: membership ?? null,
		saved,
		answers,
		sections: sectionsOf(row.form.content, values !== undefined),
		missing: missingIn(asked)
	};
}
