/**
 * Answers in the order in which they were asked for. Of several reads on their way at once, one whose answer comes after the answer to a later one
 * is too old: `take` says no. `last` is true while nothing was asked since.
 */
export function inOrder(): () => { take(): boolean; last(): boolean } {
  let asked = 0
  let taken = 0
  return () => {
    const mine = ++asked
    return {
      take: () => {
        if (mine < taken) return false
        taken = mine
        return true
      },
      last: () => mine === asked,
    }
  }
}
