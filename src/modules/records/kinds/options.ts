/** Acts of options, as readers of the record find them. Facts hold days, counts and reasons, never names, texts of reports or notes of talks. */
export const kinds = {
	'option.extended': 'Die Anhandgabe wurde verlängert',
	'option.return_declared': 'Die Gruppe hat erklärt, das Haus zurückzugeben',
	'option.milestone_saved': 'Ein Meilenstein wurde gesetzt oder geändert',
	'option.milestone_removed': 'Ein Meilenstein wurde gestrichen',
	'option.milestone_reported': 'Ein Meilenstein wurde gemeldet',
	'option.milestone_confirmed': 'Ein Meilenstein wurde bestätigt',
	'option.milestone_rejected': 'Ein gemeldeter Meilenstein ist noch offen',
	'option.milestone_reopened': 'Ein bestätigter Meilenstein wurde wieder geöffnet',
	'option.reported': 'Die Gruppe hat einen Zwischenstand gemeldet',
	'option.talk_planned': 'Ein Gespräch zum Stand wurde verabredet',
	'option.talk_held': 'Ein Gespräch zum Stand hat stattgefunden',
	'option.levels_set': 'Die Tage der Erinnerungen wurden geändert',
	'option.remedy_set': 'Eine Nachfrist wurde gesetzt',
	'option.remedy_closed': 'Eine Nachfrist ist zu Ende',
	'option.outcome_told': 'Es ist erzählt, was daraus geworden ist'
} as const;
