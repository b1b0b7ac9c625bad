import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, refused } from '#lib/refusal.ts';
import { hashToken } from '#lib/server/token.ts';
import { germanDay } from '#lib/text/german.ts';
import { networks, networkPages } from '#modules/networks/server/tables.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { maySee, sidesOf } from '../../policy.ts';
import { isOpenState, whyNotOurs, type Side } from '../../report.ts';
import { reports } from '../tables.ts';

export type ReportRow = typeof reports.$inferSelect;
/** Whoever reported knows the token of the page; a mail carries a signed link instead. */
export type ReportKey = { token: string } | { link: string };
export type Town = { name: string; slug: string };
export type Checked = { report: ReportRow & { ags: string }; town: Town; sides: Side[]; takenBy: string | null };

const read = (ctx: Ctx) =>
	ctx.db
		.select({ report: reports, town: { name: municipalities.nameShort, slug: municipalities.slug }, takenBy: people.name })
		.from(reports)
		.leftJoin(municipalities, eq(municipalities.ags, reports.ags))
		.leftJoin(people, eq(people.id, reports.takenById));

/** A report for those who check it. Throws 404 for everybody else. */
export async function reportFor(ctx: Ctx, id: string): Promise<Checked> {
	if (!ctx.actor || !isUuid(id)) throw notFound();
	const [row] = await read(ctx).where(eq(reports.id, id));
	const { report, town, takenBy } = row ?? {};
	if (!report?.ags || !town) throw notFound();
	const led = { ...report, ags: report.ags };
	const officeOf = await listOwnOffices(ctx);
	if (!maySee(ctx.actor, led, officeOf)) throw notFound();
	return { report: led, town, sides: sidesOf(ctx.actor, led, officeOf), takenBy: takenBy ?? null };
}

/** A report for whoever sent it. Throws 404 for a wrong token, 410 for a link whose report is gone. */
export async function ownReport(ctx: Ctx, key: ReportKey): Promise<{ report: ReportRow; town: Town | null }> {
	const id = 'link' in key ? (await verifyLink(ctx, { purpose: 'follow-report', token: key.link })).report : undefined;
	if ('link' in key && !isUuid(id)) throw notFound();
	const [row] = await read(ctx).where('link' in key ? eq(reports.id, id ?? '') : eq(reports.tokenHash, hashToken(key.token)));
	if (!row && 'link' in key)
		throw new Refusal(410, 'report-gone', { message: 'Diese Meldung gibt es nicht mehr: Ein Jahr nach dem Abschluss wird sie gelöscht.' });
	if (!row)
		throw notFound(
			'Diese Meldung gibt es nicht oder nicht mehr. Bitte den Link ganz aufrufen; ein Jahr nach dem Abschluss wird er ungültig.'
		);
	return { report: row.report, town: row.town };
}

/** The name of a side, for people. */
export async function sideName(ctx: Ctx, side: Side, town: string): Promise<string> {
	const [kind, id = ''] = side.split(':');
	if (kind === 'ags') return town;
	if (kind === 'county') {
		const [county] = await ctx.db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id));
		return county?.name ?? 'der Landkreis';
	}
	if (kind !== 'network') return 'Netzwerkbüro';
	const [page] = await ctx.db
		.select({ content: networkPages.content })
		.from(networks)
		.innerJoin(networkPages, eq(networkPages.networkId, networks.id))
		.where(eq(networks.id, id));
	return page?.content.name ?? 'ein Netzwerk';
}

/** The sentence for the second of two offices; null while nobody else has taken it. */
export async function takenElsewhere(ctx: Ctx, { report, town, sides, takenBy }: Checked) {
	const { takenBySide: side, takenAt } = report;
	if (!side || !isOpenState(report.state) || sides.includes(side)) return null;
	const names = { side: await sideName(ctx, side, town.name), day: takenAt ? germanDay(takenAt) : 'kurzem' };
	return whyNotOurs({ side, by: takenBy, at: takenAt }, sides, names);
}

/** A report that somebody is about to move: theirs to check, and not another's. Throws 404, and 409 with who has it. */
export async function reportToMove(ctx: Ctx, id: string): Promise<Checked> {
	const checked = await reportFor(ctx, id);
	const taken = await takenElsewhere(ctx, checked);
	if (taken) throw refused(taken.code, taken.message);
	return checked;
}
