import { expertForm, offerForm, programmeForm, type ExpertInput, type OfferInput, type ProgrammeInput } from '#modules/advice/forms.ts';

/** What somebody would type, read by the forms themselves. */
export const aProgramme = (over: Record<string, unknown> = {}): ProgrammeInput =>
	programmeForm.parse({
		...{
			title: 'Dachpaket Mitte',
			giver: 'Land Beispiel',
			summary: 'Geld für Dächer.',
			purposes: 'renovation',
			applicants: 'municipality'
		},
		...{ deadlineKind: 'continuous', sourceUrl: 'https://land.example/dach', shown: 'on', ...over }
	});

export const anOffer = (over: Record<string, unknown> = {}): OfferInput =>
	offerForm.parse({ title: 'Ortstermin', summary: 'Wir sehen uns das Haus an.', topics: 'building', capacity: '1', shown: 'on', ...over });

export const anExpert = (over: Record<string, unknown> = {}): ExpertInput =>
	expertForm.parse({
		name: 'Eva Lehm',
		work: 'Lehmbau',
		languages: 'Deutsch, Polnisch',
		released: 'on',
		consent: 'Mail vom 3.11.',
		...over
	});
