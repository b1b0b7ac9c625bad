import { cast } from '#testing/cast.ts';
import type { DemoProcedure } from './demo-procedures.ts';
import { jury } from './play.ts';

/** How far a procedure of the demo has been played. */
export type Stand = 'closed' | 'second' | 'scoring' | 'decided' | 'option';
export type DemoRunning = { told: DemoProcedure; stand: Stand; /** Days ago that it was begun. */ begun: number };

const members: DemoProcedure['members'] = jury.map((who, n) => ({
	...{ role: 'juror', hasVote: true, name: cast[who].name, email: cast[who].email },
	jurorKind: (['administration', 'network', 'locals'] as const)[n] ?? null,
	affiliation: ['Kämmerei', 'Netzwerkbüro', 'Verein Altstadt'][n] ?? ''
}));
const shared = {
	...({ priceRule: 'fixed', price: 30_000, priceUnit: 'month', priceShare: 0, priceFull: null, termYears: 15 } as const),
	...({ decidingBody: 'jury_then_council', tieRule: 'heaviest', mandate: undefined, terms: '' } as const),
	handIn: 'Hier auf der Seite, verschlossen bis zum Ende der Frist.'
};
const plain = { template: 'kleine-stadt', members, preflight: {} };

/** Procedures of Angermünde that are under way, one in each phase, one of them between two stages. All invented. */
export const demoRunning: readonly DemoRunning[] = [
	{
		stand: 'closed',
		begun: 124,
		told: {
			...plain,
			...{ house: 'Gasthof am Marktplatz', units: ['Elf Zimmer'] },
			begin: { title: 'Elf Zimmer über dem Marktplatz', kind: 'single_stage', transfer: 'lease' },
			basics: {
				...shared,
				...{ isBlind: false, openness: 'ranking' },
				goal: 'Über der Gaststube sollen wieder Menschen übernachten: Gäste, Handwerker:innen auf Zeit, Stipendiat:innen.'
			}
		}
	},
	{
		stand: 'second',
		begun: 118,
		told: {
			...plain,
			...{ house: 'Gasthof am Marktplatz', units: ['Gaststube'] },
			begin: { title: 'Die Gaststube: erst die Skizze, dann das Konzept', kind: 'with_dialogue', transfer: 'lease' },
			basics: {
				...shared,
				...({ priceRule: 'weighted', priceShare: 200, priceFull: 60_000, isBlind: false, openness: 'ranking' } as const),
				goal: 'In der Gaststube soll wieder eingeschenkt werden, nicht unbedingt Bier. Wer es wird, reden wir vorher durch.'
			}
		}
	},
	{
		stand: 'scoring',
		begun: 140,
		told: {
			...plain,
			...{ house: 'Gasthof am Marktplatz', units: ['Saal mit Bühne'] },
			begin: { title: 'Saal mit Bühne: Wer hält ihn offen?', kind: 'single_stage', transfer: 'lease' },
			basics: {
				...shared,
				...{ isBlind: false, openness: 'ranking' },
				goal: 'Der Saal soll wieder der größte Raum der Stadt für alle sein, an Werktagen wie an Festtagen.'
			}
		}
	},
	{
		stand: 'decided',
		begun: 186,
		told: {
			...plain,
			house: 'Gutshaus Biesenbrow',
			begin: { title: 'Wer zieht in Biesenbrow ein?', kind: 'single_stage', transfer: 'heritable_right' },
			basics: {
				...shared,
				...{ isBlind: false, openness: 'named', termYears: 66 },
				goal: 'Das Gutshaus soll bewohnt werden und dem Dorf offen stehen, mit Gartensaal und Park.'
			}
		}
	},
	{
		stand: 'option',
		begun: 250,
		told: {
			...plain,
			...{ house: 'Gasthof am Marktplatz', units: ['Alte Kegelbahn'] },
			begin: { title: 'Alte Kegelbahn: Was rollt hier als Nächstes?', kind: 'single_stage', transfer: 'lease' },
			basics: {
				...shared,
				...{ isBlind: false, openness: 'named' },
				goal: 'Aus der Kegelbahn im Hof soll ein Raum werden, den die Stadt noch nicht hat.'
			}
		}
	}
];
