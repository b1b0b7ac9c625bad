import type { Kind, PriceRule, Transfer } from './procedure.ts';

/** Questions to settle before a call goes out. The answer is never given here: it says whom to ask. */

export type Fact = { kind: Kind; transfer: Transfer; priceRule: PriceRule; isMunicipal: boolean; heritage: string; isOnBehalf: boolean };
type Question = { question: string; why: string; ask: string; source: string; href?: string; applies: (fact: Fact) => boolean };
const always = () => true;

export const questions = {
	mandate: {
		question: 'Gibt es einen Beschluss zu Zielen und Verfahren?',
		why: 'Der Rat legt fest, was mit dem Haus erreicht werden soll und dass nicht der Preis allein entscheidet.',
		...{
			ask: 'Sitzungsdienst, Kommunalaufsicht',
			source: 'BBSR, Baukultur für das Quartier: Ablauf von Konzeptvergaben',
			applies: (f) => f.isMunicipal
		}
	},
	value: {
		question: 'Ist der volle Wert bekannt und belegt?',
		why: 'Gemeindeordnungen erlauben den Verkauf unter Wert nur unter Bedingungen; dafür muss der Wert feststehen.',
		...{
			ask: 'Gutachterausschuss, Kommunalaufsicht',
			source: 'Gemeindeordnung des Landes, Veräußerung von Vermögen',
			applies: (f) => f.isMunicipal
		}
	},
	state_aid: {
		question: 'Könnte der Preis eine Beihilfe sein?',
		why: 'Wer unter Marktwert abgibt, kann ein Unternehmen begünstigen.',
		...{ ask: 'Rechtsamt, Fachanwält:in', source: 'Art. 107 AEUV; Bekanntmachung der Kommission zum Beihilfebegriff (2016/C 262/01)' },
		...{ href: 'https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:52016XC0719(05)', applies: (f) => f.isMunicipal }
	},
	procurement: {
		question: 'Verlangt der Aufruf etwas, das Vergaberecht auslöst?',
		why: 'Eine einklagbare Bauverpflichtung nach Vorgaben der Kommune kann ein öffentlicher Bauauftrag sein.',
		...{
			ask: 'Vergabestelle, Fachanwält:in',
			source: '§ 103 GWB; Hinweis der Architektenkammer Baden-Württemberg zur Konzeptvergabe',
			href: 'https://www.akbw.de',
			applies: (f) => f.isMunicipal
		}
	},
	heritage: {
		question: 'Was verträgt das Denkmal?',
		why: 'Was genehmigt werden kann, gehört in den Aufruf, sonst planen alle am Haus vorbei.',
		...{
			ask: 'untere Denkmalschutzbehörde',
			source: 'Denkmalschutzgesetz des Landes, Erlaubnispflicht',
			applies: (f) => f.heritage !== 'none'
		}
	},
	use: {
		question: 'Welche Nutzungen sind zulässig?',
		why: 'Bebauungsplan, Umgebung, Stellplätze und Bestandsschutz entscheiden, was möglich ist.',
		...{
			ask: 'Bauaufsicht, Planungsamt',
			source: '§§ 30, 34, 35 BauGB',
			href: 'https://www.gesetze-im-internet.de/bbaug/',
			applies: always
		}
	},
	contamination: {
		question: 'Sind Altlasten, Schadstoffe und Leitungen bekannt?',
		why: 'Was Sie wissen, müssen alle Bewerber:innen gleich erfahren.',
		...{ ask: 'Bodenschutzbehörde, Bauamt', source: 'BBSR und Hessischer Leitfaden: Unterlagen zum Objekt', applies: always }
	},
	lease: {
		question: 'Passt die Form von Miete oder Pacht zu dem, was gebaut werden muss?',
		why: 'Wer saniert, braucht Laufzeit und eine Regel für das, was bleibt. Auch die Form des Vertrags ist zu klären.',
		...{
			ask: 'Rechtsamt',
			source: '§§ 535 ff., 550, 578 BGB',
			href: 'https://www.gesetze-im-internet.de/bgb/',
			applies: (f) => f.transfer === 'lease' || f.transfer === 'interim'
		}
	},
	heritable: {
		question: 'Stehen Laufzeit, Zins, Heimfall und Entschädigung fest?',
		why: 'Sie entscheiden, ob eine Bank mitgeht. In Leipzig waren es 99 Jahre bei 2,5 bis 4 Prozent, in Berlin 90 Jahre.',
		...{
			ask: 'Notariat, Bank, Rechtsamt',
			source: 'ErbbauRG; Beschlüsse in Leipzig 2017 und 2020',
			href: 'https://www.gesetze-im-internet.de/erbbauv/',
			applies: (f) => f.transfer === 'heritable_right'
		}
	},
	sale: {
		question: 'Was sichert den Zweck nach dem Verkauf?',
		why: 'Bauverpflichtung, Nutzungsbindung und Wiederkaufsrecht müssen in Vertrag und Grundbuch.',
		...{
			ask: 'Notariat, Rechtsamt',
			source: 'Grundstücksverträge in Tübingen: Verkauf erst mit genehmigungsreifem Plan',
			href: 'https://www.tuebingen.de/hen/29201/29219',
			applies: (f) => f.transfer === 'sale'
		}
	},
	scale: {
		question: 'Misst jede Skala an der Sache und nicht an den anderen?',
		why: 'Gerichte haben „das beste Angebot bekommt alle Punkte“ und ungewichtete Unterkriterien bei Konzessionen beanstandet.',
		...{
			ask: 'Rechtsamt',
			source: 'LG Stuttgart, 21.11.2014, 11 O 180/14',
			applies: (f) => f.kind !== 'direct_match' && f.kind !== 'expression_of_interest'
		}
	},
	bias: {
		question: 'Wer könnte befangen sein?',
		why: 'Befangenheit heißt: gar nicht mitwirken, auch nicht früher im Verfahren.',
		...{ ask: 'Sitzungsdienst, Rechtsamt', source: 'BGH, 28.01.2020, EnZR 99/18 (Gasnetz Leipzig), zu Konzessionen', applies: always }
	},
	owner: {
		question: 'Liegt der Auftrag der Eigentümer:in schriftlich vor?',
		why: 'Die Kommune bereitet vor, vergeben kann nur, wem das Haus gehört.',
		...{ ask: 'Eigentümer:in, Rechtsamt', source: 'Annahme dieses Programms', applies: (f) => f.isOnBehalf }
	},
	privacy: {
		question: 'Ist geklärt, wer Bewerbungen liest und wann sie gelöscht werden?',
		why: 'Konzepte nennen Menschen und ihr Geld.',
		...{ ask: 'Datenschutzbeauftragte', source: 'Art. 13 DSGVO', applies: (f) => f.kind !== 'direct_match' }
	}
} satisfies Record<string, Question>;
export type QuestionName = keyof typeof questions;
const all: Record<QuestionName, Question> = questions;
export const questionNames = Object.keys(questions) as QuestionName[];

export const answers = { clarify: 'klären', settled: 'geklärt', not_here: 'trifft hier nicht zu' } as const;
export type Answer = keyof typeof answers;
export type Answers = Partial<Record<QuestionName, { answer: Answer; note: string }>>;
export type Asked = Omit<Question, 'applies'> & { name: QuestionName; answer: Answer; note: string };

/** The questions that this procedure raises; what nobody answered is to be clarified. */
export const checklistOf = (fact: Fact, given: Answers): Asked[] =>
	questionNames
		.filter((name) => all[name].applies(fact))
		.map((name) => {
			const { question, why, ask, source, href } = all[name];
			return { name, question, why, ask, source, href, answer: given[name]?.answer ?? 'clarify', note: given[name]?.note ?? '' };
		});
export const toClarify = (list: readonly Asked[]): number => list.filter(({ answer }) => answer === 'clarify').length;
