const names =
  /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/

/** Whether a word as written is the name of a weekday or month. */
export const isCalendarWord = (form: string): boolean => names.test(form)
