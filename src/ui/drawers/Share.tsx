/** What leaves the room: the link, what is taken away, the comments. */
import { PresentButton } from '../present/PresentButton.tsx';
import { CommentList } from '../share/CommentList.tsx';
import { HtmlFile } from '../share/HtmlFile.tsx';
import { LinkSection } from '../share/LinkSection.tsx';
import { TakeAway } from '../share/TakeAway.tsx';

export function Share() {
  return (
    <>
      <PresentButton />
      <LinkSection />
      <TakeAway />
      <HtmlFile />
      <CommentList />
    </>
  );
}
