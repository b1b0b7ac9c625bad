import type { Certificate, House } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Refused } from './membership.ts';
import type { MembershipState, Tier } from './vocabulary.ts';

/** What stands against a certificate, or null. */
export function whyNotCertificate({ state, joinedOn }: { state: MembershipState; joinedOn: string | null }): Refused | null {
	if (state !== 'member') return { code: 'no-member', message: 'Eine Mitgliedsurkunde gibt es für aktive Mitglieder.' };
	if (!joinedOn) return { code: 'no-date', message: 'Bitte zuerst eintragen, seit wann die Mitgliedschaft besteht.' };
	return null;
}

const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
/** ISO "2024-03-01" as "1. März 2024". */
const writtenDay = (iso: string): string => {
	const [year, month, day] = iso.split('-').map(Number);
	return `${day}. ${months[(month ?? 1) - 1]} ${year}`;
};

/** A street of its own for every name, always the same: seven houses whose windows mostly shine. */
function streetOf(name: string): House[] {
	let seed = [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0, 7);
	const next = (below: number) => (seed = (seed * 1103515245 + 12345) >>> 0) % below;
	return [20, 26, 18, 30, 22, 24, 19].map((wide, i) => {
		const [width, floors] = [wide + (next(5) - 2), i === 3 ? 4 : 2 + next(2)];
		const windows = Math.floor(width / 8) * floors;
		return { width, floors, roof: next(3) ? 'gable' : 'flat', lit: windows - next(3) };
	});
}

type Membership = { organisation: string; where: string | null; tier: Tier; joinedOn: string };
type Issuer = { name: string; tagline: string; summary: string; accent: string; signatures: Certificate['signatures'] };

/** The certificate of a member, issued today (ISO day). */
export const toCertificate = ({ organisation, where, tier, joinedOn }: Membership, network: Issuer, today: string): Certificate => ({
	title: `Mitgliedsurkunde: ${organisation}`,
	date: today,
	sender: { name: network.name, tagline: network.tagline || undefined },
	accent: network.accent,
	name: organisation,
	where: where ?? undefined,
	lines: [
		tier === 'founding'
			? `hat das Netzwerk ${network.name} mitgegründet und gehört ihm seit dem ${writtenDay(joinedOn)} an.`
			: `gehört seit dem ${writtenDay(joinedOn)} zum Netzwerk ${network.name}.`,
		network.summary
	].filter(Boolean),
	facts: [['Ausgestellt am', germanDay(today)]],
	signatures: network.signatures.slice(0, 2),
	houses: streetOf(organisation)
});
