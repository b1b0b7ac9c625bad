import { dayOf } from '#lib/calendar.ts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { readInvoiceAddress } from '#modules/invoices/server/find-invoice-address.ts';
import { readable } from '#modules/networks/accent.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { decisionLetter } from '../decision-letter.ts';
import { dossierFor, ownApplication } from './internal/application-for.ts';
import { contactOf } from './internal/tell-of-change.ts';
import { applicationChanges } from './tables.ts';

/** The decision as a letter: for the office with its `slug`, without it for the town itself. 404 for everybody else, 409 while nothing is decided. */
export async function findDecisionLetter(ctx: Ctx, { slug, id }: { slug?: string; id: string }): Promise<Letter> {
	const found = slug ? await dossierFor(ctx, { slug, id }, { run: true }) : await ownApplication(ctx, id);
	const { application, network, organisation } = found;
	const isDecision = inArray(applicationChanges.transition, ['admit', 'decline']);
	const [change] = await ctx.db
		.select({ at: applicationChanges.at, reason: applicationChanges.reason })
		.from(applicationChanges)
		.where(and(eq(applicationChanges.applicationId, application.id), isDecision))
		.orderBy(desc(applicationChanges.at))
		.limit(1);
	const buyer = await readInvoiceAddress(ctx, organisation.id);
	const { name, tagline, accent, senderName, senderEmail, legal } = network;
	const letter = decisionLetter({
		...{
			network: name,
			organisation: organisation.name,
			reason: change?.reason ?? undefined,
			dueOn: application.dueOn,
			feeCents: application.feeCents
		},
		...{
			state: application.state,
			decidedOn: dayOf(change?.at ?? ctx.now),
			submittedOn: application.submittedAt && dayOf(application.submittedAt)
		},
		contact: contactOf(found)?.name ?? null,
		address: buyer
			? [buyer.name, buyer.street, `${buyer.postalCode} ${buyer.city}`].filter((line): line is string => Boolean(line?.trim()))
			: [],
		sender: { name, tagline, accent: readable(accent, 'light'), who: senderName ?? name, email: senderEmail, imprint: legal.responsible }
	});
	if (!letter || !change) throw refused('not-decided', 'Über diesen Antrag ist noch nicht entschieden, also gibt es noch keinen Brief.');
	return letter;
}
