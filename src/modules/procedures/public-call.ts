import type { Call, CallFile, CallProcedure } from './call.ts';
import type { CallHouse } from './call-house.ts';
import type { Criteria } from './criteria.ts';
import { effortOf, type Hours } from './effort.ts';
import { timelineOf, type Frozen } from './frozen.ts';
import type { Grant } from './grant.ts';
import { namedPartner } from './partner.ts';
import type { Member } from './roles.ts';

/** What a published call says: only what is listed here was ever written where everybody reads. */

export type PublicFile = CallFile & { id: string; contentType: string; bytes: number };
export type PublicCall = Omit<Call, 'files'> & { files: PublicFile[] };

/** The house with its place as exactly as the public may know it: what is finer is not written at all. */
export function blurredHouse(house: CallHouse): CallHouse {
	const { publicPrecision: how } = house;
	const isFine = how === 'exact' || how === 'street';
	return {
		title: house.title,
		summary: house.summary,
		story: house.story,
		publicPrecision: how,
		street: isFine ? house.street : null,
		houseNumber: how === 'exact' ? house.houseNumber : null,
		postalCode: isFine ? house.postalCode : null,
		city: isFine ? house.city : null,
		district: isFine || how === 'district' ? house.district : null,
		propertyType: house.propertyType,
		constructionYear: house.constructionYear,
		usableAreaM2: house.usableAreaM2,
		plotAreaM2: house.plotAreaM2,
		condition: house.condition,
		heritage: house.heritage,
		accessibility: house.accessibility,
		usesWanted: [...house.usesWanted],
		usesExcluded: [...house.usesExcluded],
		isMunicipal: house.isMunicipal,
		isOwnerRun: house.isOwnerRun ?? false
	};
}

const procedureOf = (row: CallProcedure): CallProcedure => ({
	title: row.title,
	kind: row.kind,
	transfer: row.transfer,
	goal: row.goal,
	terms: row.terms,
	handIn: row.handIn,
	priceRule: row.priceRule,
	priceCents: row.priceCents,
	priceUnit: row.priceUnit,
	priceShare: row.priceShare,
	priceFullCents: row.priceFullCents,
	termYears: row.termYears,
	decidingBody: row.decidingBody,
	tieRule: row.tieRule,
	isBlind: row.isBlind,
	openness: row.openness,
	timeline: row.timeline
});

/** Members as kinds of seats: no names, no addresses, and only those with a vote. */
const seatsOf = (members: readonly Pick<Member, 'role' | 'jurorKind' | 'hasVote'>[]): PublicCall['members'] =>
	members.filter(({ role, hasVote }) => role === 'juror' && hasVote).map(({ role, jurorKind, hasVote }) => ({ role, jurorKind, hasVote }));

const grantOf = (grant: Grant | null | undefined): Grant | null =>
	grant ? { fromDay: grant.fromDay, untilDay: grant.untilDay, counterPerformance: grant.counterPerformance } : null;

const fileOf = ({ id, kind, title, contentType, bytes }: PublicFile): PublicFile => ({ id, kind, title, contentType, bytes });

/** Criteria as they were published, ready for everything that reads criteria. */
export const criteriaOf = ({ areas, eligibility }: Pick<Frozen, 'areas' | 'eligibility'>): Criteria => ({
	areas: areas.map((area) => ({
		...area,
		version: 0,
		leaves: area.leaves.map((leaf) => ({ ...leaf, areaId: area.id, version: 0 }))
	})),
	eligibility: eligibility.map((one) => ({ ...one, version: 0 }))
});

/** What everybody will read, from the draft and from what was frozen of it. */
export function publicCallOf(call: Omit<PublicCall, 'effort'>, { frozen, hours }: { frozen: Frozen; hours: Hours }): PublicCall {
	const criteria = criteriaOf(frozen);
	return {
		procedure: { ...procedureOf(call.procedure), timeline: timelineOf(frozen) },
		house: blurredHouse(call.house),
		town: call.town,
		units: call.units.map(({ label, floor, areaMinM2, areaMaxM2 }) => ({ label, floor, areaMinM2, areaMaxM2 })),
		criteria,
		grant: grantOf(call.grant),
		partner: call.partner ? namedPartner(call.partner) : null,
		members: seatsOf(call.members),
		files: call.files.map(fileOf),
		effort: effortOf({ kind: frozen.kind, criteria, own: hours })
	};
}

/** The same with a later version of what is frozen. */
export const amendedCall = (call: PublicCall, frozen: Frozen, hours: Hours): PublicCall =>
	publicCallOf({ ...call, procedure: { ...call.procedure, priceCents: frozen.priceCents } }, { frozen, hours });
