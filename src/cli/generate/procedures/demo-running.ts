import type { State } from '#modules/procedures/procedure.ts';
import { cast } from '#testing/cast.ts';
import type { DemoProcedure } from './demo-procedures.ts';
import { jury } from './play.ts';

/** How far a procedure of the demo has been played: a state, or `second`, in which the sketches are chosen and the concepts are on their way. */
export type Stand =
	| Extract<
			State,
			| 'closed'
			| 'precheck'
			| 'scoring'
			| 'deliberation'
			| 'recommended'
			| 'decided'
			| 'option'
			| 'contract'
			| 'works'
			| 'done'
			| 'cancelled'
	  >
	| 'second';
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

type Short = { stand: Stand; begun: number; house: string; title: string; goal: string; openness?: 'ranking' | 'named' };
/** A whole house in one stage, on lease, without more to tell. */
const short = ({ stand, begun, house, title, goal, openness = 'named' }: Short): DemoRunning => ({
	...{ stand, begun },
	told: {
		...plain,
		house,
		begin: { title, kind: 'single_stage', transfer: 'lease' },
		basics: { ...shared, isBlind: false, openness, goal }
	}
});

/** Procedures of Angermünde that are under way, one in each state, one of them between two stages. All invented. */
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
	},
	short({
		...{ stand: 'precheck', begun: 132, house: 'Dorfgasthof Angermünde', title: 'Dorfgasthof: Wer kocht wieder?', openness: 'ranking' },
		goal: 'Mittags ein Teller, abends ein Stammtisch: Der Gasthof soll wieder an fünf Tagen in der Woche offen sein.'
	}),
	short({
		...{
			stand: 'deliberation',
			begun: 152,
			house: 'Kulturhaus Angermünde',
			title: 'Kulturhaus: ein Programm für alle Tage',
			openness: 'ranking'
		},
		goal: 'Das Kulturhaus soll nicht nur zu Festen leben. Gesucht ist, wer es auch an einem Dienstag im Februar aufschließt.'
	}),
	short({
		...{ stand: 'recommended', begun: 168, house: 'Wirtshaus „Stern“', title: 'Der Stern soll wieder leuchten' },
		goal: 'Das Wirtshaus an der Durchgangsstraße soll ein Ort werden, an dem man anhält.'
	}),
	short({
		...{ stand: 'contract', begun: 330, house: 'Alte Schmiede Angermünde', title: 'Alte Schmiede: Handwerk gesucht' },
		goal: 'In der Schmiede soll wieder etwas entstehen, das man anfassen kann, und Jüngere sollen es dort lernen.'
	}),
	short({
		...{ stand: 'works', begun: 400, house: 'Scheune am Anger', title: 'Scheune am Anger: Tor auf' },
		goal: 'Die Scheune soll das ganze Jahr über Dach und Bühne für das Dorf sein.'
	}),
	short({
		...{ stand: 'done', begun: 560, house: 'Altes Feuerwehrhaus Angermünde', title: 'Altes Feuerwehrhaus: Was kommt nach dem Schlauch?' },
		goal: 'Das Feuerwehrhaus soll wieder jeden Tag gebraucht werden, am liebsten von denen, die es früher gelöscht haben.'
	}),
	short({
		...{ stand: 'cancelled', begun: 176, house: 'Fachwerkhaus Schulstraße', title: 'Fachwerkhaus Schulstraße: Wohnen mit Werkstatt' },
		goal: 'Unten arbeiten, oben wohnen: Das Haus soll eine Familie und ein Handwerk zugleich tragen.'
	})
];
