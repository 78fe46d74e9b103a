//! What a question of a case, KFP, TCS or article stands in.

use super::{Plain, card::spoken, lines::Stop};
use crate::{app::questions::Within, card::Kind};

impl Plain<'_> {
    /// With the first question the vignette, or the whole article; with the others only what is new. The word "repeat"
    /// tells the question once more, "vignette" and "texte" the rest.
    pub(super) fn say_within(&mut self, within: &Within) -> Result<(), Stop> {
        if within.number == 1 {
            self.say_background(within)?;
        } else if within.is_news
            && let Some(news) = within.news.last()
        {
            self.tell("news-label")?;
            self.say_lines(news)?;
        }
        Ok(())
    }

    /// The vignette with all the news so far, or the article.
    pub(super) fn say_background(&mut self, within: &Within) -> Result<(), Stop> {
        if let Some(article) = &within.article {
            self.labelled("article-label", &within.title)?;
            self.say_lines(article)?;
            return self.tell("plain-article-end");
        }
        // The vignette of a TCS is the prompt of each of its questions.
        if within.kind != Kind::Tcs {
            self.say_lines(&within.intro)?;
        }
        if let Some(image) = &within.image {
            self.labelled("image-label", &image.alt)?;
        }
        for news in &within.news {
            self.say_lines(news)?;
        }
        Ok(())
    }

    pub(super) fn say_lines(&mut self, source: &str) -> Result<(), Stop> {
        for line in spoken(source, &self.messages) {
            self.say(&line)?;
        }
        Ok(())
    }
}
