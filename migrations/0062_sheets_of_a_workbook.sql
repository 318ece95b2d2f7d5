-- Each sheet of a workbook that an import takes is a file of its own, whose contents are the workbook's. What was found of every sheet
-- when the workbook came, and why one was left out, is kept beside.

alter table intake.file add column sheets jsonb;
