import type { ContactTopic } from '#modules/organisations/contact.ts';
import { adviceNeeds, vacancyReasons, type AdviceNeed, type VacancyReason } from './vocabulary.ts';

/** What stands in the way of somebody who answered, and what helps next. */

type Step = { next: string; topic: ContactTopic };

const byReason: Partial<Record<VacancyReason, Step>> = {
	inheritance_unresolved: {
		next: 'Alle Erb:innen an einen Tisch bitten; Erbschein und Auseinandersetzung klärt das Nachlassgericht oder ein Notariat.',
		topic: 'owners'
	},
	owner_too_old_or_ill: { next: 'Persönlich besuchen, nach Vertrauten und Vollmacht fragen, nichts drängen.', topic: 'social' },
	no_buyer_found: { next: 'Das Haus mit Passungen zeigen: Wer sucht genau so etwas?', topic: 'spaces' },
	price_expectation_too_high: {
		next: 'Bodenrichtwert und Gutachterausschuss nennen, Kosten des Nichtstuns danebenlegen.',
		topic: 'owners'
	},
	fear_of_tenants: { next: 'Zwischennutzung mit Vertrag auf Zeit vorstellen, ein Haus zeigen, in dem es gut geht.', topic: 'spaces' },
	renovation_cost_too_high: { next: 'Förderung nennen und eine erste Einschätzung vor Ort anbieten.', topic: 'funding' },
	heritage_requirements: { next: 'Gemeinsamer Termin mit der Denkmalbehörde; Steuervorteil und Zuschüsse ansprechen.', topic: 'heritage' },
	contamination: { next: 'Untersuchung klären, bevor jemand über den Preis spricht.', topic: 'building' },
	change_of_use_refused: { next: 'Bauvoranfrage mit einer Nutzung, die genehmigt werden kann.', topic: 'building' },
	planning_law: { next: 'Mit der Bauverwaltung klären, was hier zulässig ist.', topic: 'building' },
	tax_reasons: { next: 'An die Steuerberatung verweisen, Erbbaurecht als Weg nennen.', topic: 'owners' },
	keeps_for_family: { next: 'Vorübergehende Nutzung vorschlagen, die mit Frist endet.', topic: 'spaces' }
};
const byNeed: Record<AdviceNeed, Step> = {
	financing: { next: 'Fördermittel und Bürgschaften nennen, Termin mit der Kämmerei.', topic: 'funding' },
	tax: { next: 'An die Steuerberatung verweisen; die Kommune berät nicht zu Steuern.', topic: 'funding' },
	heritage: { next: 'Gemeinsamer Termin mit der Denkmalbehörde.', topic: 'heritage' },
	building_permit: { next: 'Termin mit der Bauaufsicht, Bauvoranfrage erklären.', topic: 'building' },
	inheritance: { next: 'Nachlassgericht und Notariat nennen, alle Erb:innen einladen.', topic: 'owners' },
	sale_price: { next: 'Bodenrichtwert und Gutachterausschuss nennen.', topic: 'owners' },
	renovation: { next: 'Erste Einschätzung vor Ort anbieten, Förderung nennen.', topic: 'funding' },
	tenancy_law: { next: 'Vertrag auf Zeit und Nutzungsvereinbarung erklären, Muster mitgeben.', topic: 'owners' }
};

export type Answered = { id: string; house: string; href: string; adviceNeeds: readonly AdviceNeed[]; reasons: readonly VacancyReason[] };
export type FollowUp = { what: string; next: string; topic: ContactTopic; about: { id: string; house: string; href: string }[] };

/** Those who answered, gathered by what stands in the way, most houses first. A house with two blockers stands twice. */
export function followUps(answered: readonly Answered[]): FollowUp[] {
	const found = new Map<string, FollowUp>();
	const put = (what: string, step: Step, { id, house, href }: Answered) => {
		const entry = found.get(what) ?? { what, ...step, about: [] };
		found.set(what, { ...entry, about: [...entry.about, { id, house, href }] });
	};
	for (const one of answered) {
		for (const need of one.adviceNeeds) put(`Beratung: ${adviceNeeds[need]}`, byNeed[need], one);
		for (const reason of one.reasons) {
			const step = byReason[reason];
			if (step) put(`Grund: ${vacancyReasons[reason]}`, step, one);
		}
	}
	return [...found.values()].sort((a, b) => b.about.length - a.about.length || a.what.localeCompare(b.what, 'de'));
}
