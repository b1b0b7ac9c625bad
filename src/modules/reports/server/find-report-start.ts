import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine } from '#modules/properties/address.ts';
import { propertyTypes } from '#modules/properties/vocabulary.ts';
import { findReport } from './find-report.ts';

export type ReportStart = {
	of: string;
	space: string | undefined;
	title: string;
	internalNote: string;
	origin: 'citizen_report';
	topic: 'spaces';
};

/**
 * What a case may begin with that comes from a report: where and what, and the words of whoever reported as an internal note. Who that is stays with
 * the report. Throws 404 for everybody who does not check it.
 */
export async function findReportStart(ctx: Ctx, id: string): Promise<ReportStart> {
	const { report, mayRegister, town } = await findReport(ctx, id);
	const what = report.propertyType === 'unknown' ? 'Leeres Haus' : `${propertyTypes[report.propertyType]}, steht leer`;
	const day = germanDay(report.sentAt ?? report.createdAt);
	return {
		...{ of: report.ags ?? '', space: (mayRegister && report.propertyId) || undefined, origin: 'citizen_report', topic: 'spaces' },
		title: `${what}: ${addressLine(report) || town.name}`.slice(0, 160),
		internalNote: `Aus einer Meldung vom ${day}.${report.text ? ` ${report.text}` : ''}`
	};
}
