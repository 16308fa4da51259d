//! Lists that never end.

/// Detects a cycle of next links of any length, with the memory of one link (Brent's algorithm).
#[derive(Default)]
pub(super) struct Cycle {
    /// The link that the following ones are compared with.
    kept: String,
    /// How many were compared with it, and after how many it is replaced.
    compared: u64,
    until: u64,
}

impl Cycle {
    /// Records a page that was fetched.
    pub fn visit(&mut self, page: &str) {
        if self.compared == self.until {
            self.kept = page.to_owned();
            self.compared = 0;
            self.until = (self.until * 2).max(1);
        }
        self.compared += 1;
    }

    /// Whether a link leads back to the kept one.
    pub fn closes(&self, link: &str) -> bool {
        self.kept == link
    }
}

#[cfg(test)]
mod tests {
    use super::Cycle;

    /// The number of pages that are fetched before the cycle is detected.
    fn detected_after(lead: usize, length: usize) -> usize {
        let page = |n: usize| {
            if n < lead {
                n
            } else {
                lead + (n - lead) % length
            }
        };
        let mut cycle = Cycle::default();
        for n in 0.. {
            cycle.visit(&page(n).to_string());
            if cycle.closes(&page(n + 1).to_string()) {
                return n;
            }
        }
        unreachable!()
    }

    #[test]
    fn every_cycle_is_detected_soon() {
        for lead in 0..40 {
            for length in 1..40 {
                let fetched = detected_after(lead, length);
                assert!(
                    fetched <= 3 * (lead + length) + 3,
                    "{lead} {length}: {fetched}"
                );
            }
        }
    }

    #[test]
    fn the_same_link_again_is_detected_at_once() {
        assert_eq!(detected_after(0, 1), 0);
    }

    #[test]
    fn a_list_without_a_cycle_is_left_alone() {
        let mut cycle = Cycle::default();
        for n in 0..10_000 {
            cycle.visit(&n.to_string());
            assert!(!cycle.closes(&(n + 1).to_string()));
        }
    }
}
