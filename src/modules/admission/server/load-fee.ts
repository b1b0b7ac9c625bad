import type { Ctx } from '#modules/people/actor.ts';
import { contactOf } from './internal/tell-of-change.ts';
import { loadApplication } from './internal/load-application.ts';

export type DueFee = { applicationId: string; networkId: string; organisationId: string; feeCents: number; email: string | null };

/** What an admitted organisation owes, and whom to write, for the reaction that invoices it. */
export async function loadFee(ctx: Pick<Ctx, 'db'>, applicationId: string): Promise<DueFee> {
	const found = await loadApplication(ctx, applicationId);
	const { networkId, organisationId, feeCents } = found.application;
	return { applicationId, networkId, organisationId, feeCents, email: contactOf(found)?.email ?? null };
}
