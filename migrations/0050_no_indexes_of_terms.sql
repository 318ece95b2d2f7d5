-- Indexes that no question could use: row-level security keeps a condition that is not known to leak nothing, such as a search in the words of
-- a text, from every index. They cost a new contact as much as half of its other indexes together. Words are found by records.search_key.

drop index customer."account_name_terms";

drop index customer."attendance_name_terms";

drop index customer."contact_connection_kind_terms";

drop index customer."contact_name_terms";

drop index customer."contract_name_terms";

drop index customer."handoff_customer_terms";

drop index customer."interaction_subject_terms";

drop index customer."invoice_number_terms";

drop index customer."objective_name_terms";

drop index customer."onboarding_name_terms";

drop index customer."onboarding_step_item_terms";

drop index customer."opportunity_name_terms";

drop index customer."payment_reference_terms";

drop index customer."product_name_terms";

drop index customer."subscription_name_terms";

drop index customer."survey_response_survey_terms";

drop index customer."task_name_terms";

drop index customer."team_name_terms";

drop index customer."ticket_subject_terms";

drop index customer."user_name_terms";
