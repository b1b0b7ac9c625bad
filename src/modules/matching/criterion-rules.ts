import type { CriterionId } from './weights.ts';

/** How each criterion judges, in one sentence for everybody. */
export const criterionRules: Record<CriterionId, string> = {
	use: 'Passt, was ausdrücklich gewünscht oder zulässig ist. Verwandtes ist eine Spannung. Ausgeschlossenes schließt aus.',
	region:
		'In der gesuchten Kommune voll, im Umkreis je näher, desto mehr. Außerhalb schließt es aus oder fällt bis zum doppelten Umkreis auf null.',
	area: 'Passt, wenn sich die Spannen überschneiden; Teile zählen mit. Sonst fällt es mit der Abweichung.',
	cost: 'Im Budget voll, bis zur Hälfte darüber immer weniger.',
	offerMode: 'Eine gemeinsame Vertragsform genügt. Keine gemeinsame schließt aus, wenn der Wunsch fest ist.',
	condition: 'Der gewünschte Zustand oder besser. Eigenleistung trägt ein bis zwei Stufen weiter.',
	commonGood: 'Was die Gruppe bringt und die Kommune sich als Ziel gesetzt hat.',
	timing: 'Rechtzeitig frei und lange genug. Auf Dauer gesucht und nur befristet zu haben ist ein Konflikt.',
	accessibility: 'Nur wenn es nötig ist: stufenlos passt, mit Rampe möglich ist eine Spannung, Stufen schließen aus.',
	publicAccess: 'Nur wenn es nötig ist: für Publikum offen, nach Umbau, oder ausgeschlossen.',
	setting: 'Ortskern, Rand oder allein, wie gewünscht.',
	heritage: 'Nur wenn ein Denkmal nicht gewünscht ist: dann ist Schutz eine Spannung, nie ein Ausschluss.',
	sharing: 'Nur wer teilen will: Mitnutzung, Zwischennutzung, teilbare Fläche.'
};
