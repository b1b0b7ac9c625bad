import { and, eq, notInArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { memberships, networkPages, networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayWrite } from '../policy.ts';
import { closedStates } from '../vocabulary.ts';
import { findCurrentForm } from './find-current-form.ts';
import { applications } from './tables.ts';

const belongs = new Set(['member', 'paused', 'left', 'excluded']);

async function openOne({ db }: Pick<Ctx, 'db'>, networkId: string, organisationId: string): Promise<string | null> {
	const of = and(eq(applications.networkId, networkId), eq(applications.organisationId, organisationId));
	const [row] = await db
		.select({ id: applications.id })
		.from(applications)
		.where(and(of, notInArray(applications.state, [...closedStates])));
	return row?.id ?? null;
}

/**
 * Begins the draft of an organisation for a network, with the questions as they stand now. Whoever begins a second one comes to the first: colleagues
 * write together. Returns its id. 404 for a network or an organisation that is not there for whoever asks.
 */
export async function beginApplication(ctx: Ctx, { slug, organisationId }: { slug: string; organisationId: string }): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [network] = await db
			.select({ id: networks.id, openness: networks.openness })
			.from(networks)
			.innerJoin(networkPages, eq(networkPages.networkId, networks.id))
			.where(eq(networks.slug, slug));
		const [organisation] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
		if (!network || !organisation || !mayWrite(ctx.actor, organisation)) throw notFound();
		if (network.openness !== 'membership') throw refused('no-admission', 'Dieses Netzwerk nimmt nicht auf: Wer mitwirken will, wirkt mit.');
		const of = and(eq(memberships.networkId, network.id), eq(memberships.organisationId, organisationId));
		const [membership] = await db.select({ state: memberships.state }).from(memberships).where(of);
		if (membership && belongs.has(membership.state))
			throw refused(
				'there-already',
				`${organisation.name} gehört schon dazu oder hat einmal dazugehört. Bitte sprechen Sie mit dem Netzwerkbüro.`
			);
		const known = await openOne({ db }, network.id, organisationId);
		if (known) return known;
		const form = await findCurrentForm(inside, network.id);
		const row = { id: newId(), networkId: network.id, organisationId, formId: form.id, state: 'draft' as const };
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, stateSince: ctx.now, updatedAt: ctx.now };
		const made = await db
			.insert(applications)
			.values({ ...row, ...stamp })
			.onConflictDoNothing()
			.returning({ id: applications.id });
		if (!made.length) return (await openOne({ db }, network.id, organisationId)) ?? row.id;
		await recordEvent(inside, 'application.begun', { subjectId: row.id, data: { network: network.id, organisation: organisationId } });
		return row.id;
	});
}
