import type { Programme } from '../../programme.ts';
import { fundingProgrammes as t } from '../tables.ts';

/** The allow-list of what everybody may read of a programme: who looked and what the office noted stays inside. */
export const programmeColumns = {
	...{ id: t.id, slug: t.slug, title: t.title, giver: t.giver, summary: t.summary, states: t.states, districts: t.districts },
	...{ purposes: t.purposes, applicants: t.applicants, heritageOnly: t.heritageOnly, ownership: t.ownership },
	...{ maxPopulation: t.maxPopulation, quotaPct: t.quotaPct, minEuro: t.minEuro, maxEuro: t.maxEuro },
	...{ deadlineKind: t.deadlineKind, nextDeadline: t.nextDeadline, sourceUrl: t.sourceUrl },
	...{ reviewedOn: t.reviewedOn, reviewDays: t.reviewDays, isDemo: t.isDemo }
} satisfies Record<keyof Programme, unknown>;
